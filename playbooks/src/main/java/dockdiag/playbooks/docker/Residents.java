package dockdiag.playbooks.docker;

import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The running containers of each network, by the network's id, in the engine's order.
///
/// Thought once: every port of a large host asks who else is there.
public record Residents() implements Inference<Map<String, List<ContainerSummary>>> {

  /// Those of one network.
  public static List<ContainerSummary> of(String networkId, Facts facts) throws Unobservable {
    return facts.infer(new Residents()).getOrDefault(networkId, List.of());
  }

  @Override
  public Map<String, List<ContainerSummary>> infer(Facts facts) throws Unobservable {
    Map<String, List<ContainerSummary>> residents = new LinkedHashMap<>();
    for (ContainerSummary one : facts.get(new ContainersProbe())) {
      if (one.status() == Container.Status.RUNNING) {
        for (Endpoint endpoint : one.endpoints()) {
          residents.computeIfAbsent(endpoint.networkId(), _ -> new ArrayList<>()).add(one);
        }
      }
    }
    return residents;
  }
}
