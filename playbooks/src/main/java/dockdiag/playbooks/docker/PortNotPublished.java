package dockdiag.playbooks.docker;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Evidence;
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
import dockdiag.probes.net.Port;
import dockdiag.probes.socket.SocketsProbe;
import java.util.Optional;
import java.util.Set;

/// The port is declared or listened on, and nobody published it: EXPOSE opens nothing.
public final class PortNotPublished implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    // the engine refuses `-p` for a container in the network of another: that one must publish
    Optional<Container> owner = owner(container, facts);
    if (isPublished(flow, owner.orElse(container)) || needsNoPublication(container)) {
      return Optional.empty();
    }
    SocketsProbe probe = new SocketsProbe(flow.inside(container));
    Set<Port> listening = Publication.listening(facts.get(probe));
    Set<Port> exposed = container.config().exposedPorts();
    if (flow.port().isEmpty() && listening.isEmpty() && exposed.isEmpty()) {
      return Optional.empty(); // nothing that anybody could want to reach
    }
    Port port = flow.port().orElseGet(() -> first(listening, exposed));
    return Optional.of(
        Finding.error(flow.subject())
            .word("port", port)
            .because(
                flow.inspect(),
                "HostConfig.PortBindings "
                    + Publication.requested(container)
                    + ", Config.ExposedPorts "
                    + Evidence.list(exposed))
            .because(probe, "listening: " + Evidence.list(listening))
            .word("owner", owner.map(Container::name).orElse(""))
            .mend(
                Remedy.byHand(
                    owner.isPresent() ? "owner" : "publish",
                    CommandLine.of(
                        "docker", "run", "-p", port.number() + ":" + port.brief(), "IMAGE"))));
  }

  private static Optional<Container> owner(Container container, Facts facts) throws Unobservable {
    if (container.networking().mode() instanceof NetworkMode.OfContainer(String owner)) {
      for (ContainerSummary one : facts.get(new ContainersProbe())) {
        if (one.id().equals(owner) || one.names().contains(owner)) {
          return Optional.of(facts.get(new ContainerProbe(one.name())));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isPublished(Flow flow, Container container) {
    return container.networking().publishAll()
        || container.requested().stream()
            .anyMatch(one -> flow.port().map(one.container()::equals).orElse(true));
  }

  private static boolean needsNoPublication(Container container) {
    NetworkMode mode = container.networking().mode();
    return mode instanceof NetworkMode.OfHost
        || mode instanceof NetworkMode.None
        || !container.hasProcess();
  }

  private static Port first(Set<Port> listening, Set<Port> exposed) {
    return (listening.isEmpty() ? exposed : listening).iterator().next();
  }
}
