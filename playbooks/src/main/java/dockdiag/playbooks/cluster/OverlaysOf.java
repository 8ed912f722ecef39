package dockdiag.playbooks.cluster;

import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container.Status;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import java.util.Comparator;
import java.util.List;

/// The swarm's networks that this node knows, by name, without its routing mesh.
public record OverlaysOf() implements Inference<List<Overlay>> {

  @Override
  public List<Overlay> infer(Facts facts) throws Unobservable {
    List<ContainerSummary> containers = facts.get(new ContainersProbe());
    return facts.get(new NetworksProbe()).stream()
        .filter(network -> network.driver().equals("overlay") && !network.ingress())
        .sorted(Comparator.comparing(DockerNetwork::name))
        .map(network -> new Overlay(network, in(network, containers)))
        .toList();
  }

  private static List<ContainerSummary> in(
      DockerNetwork network, List<ContainerSummary> containers) {
    return containers.stream()
        .filter(one -> one.status() == Status.RUNNING)
        .filter(
            one -> one.endpoints().stream().anyMatch(end -> end.networkId().equals(network.id())))
        .toList();
  }
}
