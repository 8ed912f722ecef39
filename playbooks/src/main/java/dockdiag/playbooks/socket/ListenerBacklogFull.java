package dockdiag.playbooks.socket;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.socket.Socket;
import java.util.Optional;

/// The server listens and no longer accepts: its queue of connections is full.
public final class ListenerBacklogFull implements Check {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Port port = flow.port().orElseThrow();
    Listeners listeners = Listeners.of(flow, facts);
    Optional<Socket> full =
        listeners.on(port).stream().filter(ListenerBacklogFull::isFull).findFirst();
    return full.map(
        socket ->
            Finding.error(flow.subject())
                .word("process", listeners.name(socket, facts))
                .word("waiting", socket.readQueue().orElseThrow())
                .word("most", socket.writeQueue().orElseThrow())
                .because(
                    listeners.probe(),
                    listeners.describe(socket, facts)
                        + ", Recv-Q %d, Send-Q %d"
                            .formatted(
                                socket.readQueue().orElseThrow(),
                                socket.writeQueue().orElseThrow()))
                .mend(Remedy.byHand("look", CommandLine.of("docker", "top", flow.container())))
                .mend(
                    Remedy.byHand(
                        "restart", CommandLine.of("docker", "restart", flow.container()))));
  }

  /// The kernel lets one more wait than was asked for (sk_acceptq_is_full in net/sock.h).
  private static boolean isFull(Socket socket) {
    return socket.protocol() == Protocol.TCP
        && socket.writeQueue().isPresent()
        && socket.writeQueue().getAsLong() > 0
        && socket.readQueue().orElse(0) >= socket.writeQueue().getAsLong();
  }
}
