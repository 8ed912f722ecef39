package dockdiag.playbooks.docker;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.NetworkMode;
import java.util.Optional;
import java.util.Set;

/// The container sits in the network namespace of another that has been started anew since.
public final class SharedNamespaceStale implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    if (!(container.networking().mode() instanceof NetworkMode.OfContainer(String owner))
        || !container.hasProcess()) {
      return Optional.empty();
    }
    ContainersProbe all = new ContainersProbe();
    Optional<ContainerSummary> present =
        facts.get(all).stream()
            .filter(one -> one.id().equals(owner) || one.names().contains(owner))
            .findFirst();
    if (present.isEmpty()) {
      return Optional.of(finding(flow, owner).because(all, "no container " + owner));
    }
    ContainerProbe probe = new ContainerProbe(present.get().name());
    Container other = facts.get(probe);
    boolean isOlder =
        container.state().startedAt().isPresent()
            && other.state().startedAt().isPresent()
            && container.state().startedAt().get().isBefore(other.state().startedAt().get());
    if (!isOlder) {
      return Optional.empty();
    }
    return Optional.of(
        finding(flow, other.name())
            .because(flow.inspect(), "State.StartedAt " + container.state().startedAt().get())
            .because(probe, "State.StartedAt " + other.state().startedAt().get()));
  }

  @Override
  public Set<String> brings() {
    return Set.of("port-not-published");
  }

  private static Finding finding(Flow flow, String owner) {
    return Finding.error(flow.subject())
        .word("owner", owner)
        .because(flow.inspect(), "HostConfig.NetworkMode container:" + owner)
        .mend(Remedy.automatic("restart", CommandLine.of("docker", "restart", flow.container())));
  }
}
