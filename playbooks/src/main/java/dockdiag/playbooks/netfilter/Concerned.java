package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container.Status;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.PublishedPort;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The published ports of running containers that a scope is about.
public final class Concerned {

  private Concerned() {}

  /// Each port of a container once.
  public static List<Flow> ports(Scope scope, Facts facts) throws Unobservable {
    if (scope instanceof Wired) {
      return List.of(); // networks, and who is on them, publish nothing
    }
    Optional<Flow> flow =
        switch (scope) {
          case Flow one -> Optional.of(one);
          case HostRules rules -> rules.flow();
          default -> Optional.empty();
        };
    if (flow.flatMap(Flow::port).isPresent()) {
      return flow.stream().toList();
    }
    return facts.get(new ContainersProbe()).stream()
        .filter(one -> one.status() == Status.RUNNING)
        .filter(one -> flow.isEmpty() || flow.get().container().equals(one.name()))
        .flatMap(one -> ports(one, flow))
        .toList();
  }

  private static Stream<Flow> ports(ContainerSummary container, Optional<Flow> flow) {
    Flow whole = flow.orElseGet(() -> Flow.to(container.name()));
    return container.published().stream().map(PublishedPort::container).distinct().map(whole::at);
  }

  /// Where the host has the port.
  public static List<PublishedPort> bindings(Flow port, Facts facts) throws Unobservable {
    return facts.get(new ContainersProbe()).stream()
        .filter(one -> one.name().equals(port.container()))
        .flatMap(one -> one.published().stream())
        .filter(binding -> port.port().equals(Optional.of(binding.container())))
        .toList();
  }
}
