package dockdiag.playbooks.socket;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.socket.Socket;
import java.util.Optional;
import java.util.Set;

/// The port is published for one protocol, and the server speaks another on it.
public final class ListenerWrongProtocol implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Port port = flow.port().orElseThrow();
    Listeners listeners = Listeners.of(flow, facts);
    Optional<Port> other = other(port).filter(one -> !listeners.on(one).isEmpty());
    if (other.isEmpty() || !listeners.on(port).isEmpty()) {
      return Optional.empty();
    }
    Socket socket = listeners.on(other.get()).getFirst();
    return Optional.of(
        Finding.error(flow.subject())
            .word("process", listeners.name(socket, facts))
            .word("spoken", other.get())
            .because(listeners.probe(), listeners.describe(socket, facts))
            .because(
                flow.inspect(), "published " + Evidence.list(listeners.container().published()))
            .mend(
                Remedy.byHand(
                    "publish",
                    CommandLine.of(
                        "docker",
                        "run",
                        "-p",
                        other.get().number() + ":" + other.get().brief(),
                        "IMAGE"))));
  }

  @Override
  public Set<String> brings() {
    return Set.of("proxy-answers-backend-closed", "no-listener", "published-wrong-container-port");
  }

  private static Optional<Port> other(Port port) {
    return switch (port.protocol()) {
      case TCP -> Optional.of(new Port(port.number(), Protocol.UDP));
      case UDP -> Optional.of(new Port(port.number(), Protocol.TCP));
      case SCTP -> Optional.empty();
    };
  }
}
