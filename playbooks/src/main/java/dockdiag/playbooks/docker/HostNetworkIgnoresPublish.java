package dockdiag.playbooks.docker;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.NetworkMode;
import dockdiag.probes.docker.RequestedPort;
import dockdiag.probes.net.PortRange;
import dockdiag.probes.socket.Socket;
import dockdiag.probes.socket.SocketsProbe;
import java.util.List;
import java.util.Optional;

/// A container in the host's own network has its ports there already; `-p` is thrown away.
public final class HostNetworkIgnoresPublish implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    if (!(container.networking().mode() instanceof NetworkMode.OfHost)) {
      return Optional.empty();
    }
    List<RequestedPort> moved =
        container.requested().stream().filter(HostNetworkIgnoresPublish::isMoved).toList();
    if (moved.isEmpty()) {
      return Optional.empty();
    }
    SocketsProbe sockets = new SocketsProbe(flow.inside(container));
    RequestedPort first = moved.getFirst();
    boolean listens =
        facts.get(sockets).stream()
            .filter(Socket::isListening)
            .anyMatch(socket -> socket.port().equals(Optional.of(first.container())));
    return Optional.of(
        Finding.error(flow.subject())
            .word("asked", first.hostPorts().map(PortRange::toString).orElse(""))
            .word("port", first.container())
            .because(
                flow.inspect(),
                "HostConfig.NetworkMode host, requested "
                    + Publication.requested(container)
                    + ", published "
                    + Evidence.list(container.published()))
            .because(
                sockets,
                "port " + first.container() + (listens ? " has a listener" : " has no listener"))
            .mend(Remedy.byHand("own-port"))
            .mend(Remedy.byHand("bridge")));
  }

  /// Whether the port would be another one on the host: only then does anybody miss it.
  private static boolean isMoved(RequestedPort requested) {
    return requested
        .hostPorts()
        .map(range -> range.first() != requested.container().number())
        .orElse(false);
  }
}
