package dockdiag.playbooks.resolver;

import dockdiag.playbooks.resolver.Names.Bearer;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.Container.Status;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The question who bears which name: the engine's list tells neither aliases nor names, so each
/// container is asked for.
public record NamesOf() implements Inference<Names> {

  @Override
  public Names infer(Facts facts) throws Unobservable {
    List<Bearer> bearers = new ArrayList<>();
    List<ContainerSummary> all = facts.get(new ContainersProbe());
    facts.prepare(all.stream().map(one -> new ContainerProbe(one.name())).toList());
    for (ContainerSummary one : all) {
      Container described = facts.get(new ContainerProbe(one.name()));
      described.endpoints().forEach(endpoint -> bearers.add(bearer(described, endpoint)));
    }
    return new Names(bearers);
  }

  private static Bearer bearer(Container container, Endpoint endpoint) {
    Set<String> names = new LinkedHashSet<>(List.of(container.name()));
    names.addAll(endpoint.aliases());
    names.addAll(endpoint.dnsNames());
    names.add(container.id().substring(0, Math.min(12, container.id().length())));
    Status status = container.state().status();
    return new Bearer(
        container.name(),
        endpoint.network(),
        endpoint.networkId(),
        List.copyOf(names),
        endpoint.addresses(),
        status == Status.RUNNING || status == Status.PAUSED);
  }
}
