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
public final class ListenerBacklogFull implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Port port = flow.port().orElseThrow();
    Listeners listeners = Listeners.of(flow, facts);
    for (Socket socket : listeners.on(port)) {
      if (isFull(socket)) {
        return Optional.of(finding(flow, facts, listeners, socket));
      }
    }
    return Optional.empty();
  }

  private static Finding finding(Flow flow, Facts facts, Listeners listeners, Socket socket) {
    long waiting = socket.readQueue().orElseThrow();
    long most = socket.writeQueue().orElseThrow();
    return Finding.error(flow.subject())
        .word("process", listeners.name(socket, facts))
        .word("waiting", waiting)
        .word("most", most)
        .because(
            listeners.probe(),
            listeners.describe(socket, facts) + ", Recv-Q %d, Send-Q %d".formatted(waiting, most))
        .mend(Remedy.byHand("look", CommandLine.of("docker", "top", flow.container())))
        .mend(Remedy.byHand("restart", CommandLine.of("docker", "restart", flow.container())));
  }

  /// The queue is full once more wait than the server asked for (sk_acceptq_is_full in net/sock.h).
  ///
  /// @throws Unobservable where some wait, and only `inet_diag` could tell how many may
  private static boolean isFull(Socket socket) throws Unobservable {
    long waiting = socket.readQueue().orElse(0);
    if (socket.protocol() != Protocol.TCP || waiting == 0) {
      return false;
    }
    if (socket.writeQueue().isEmpty()) {
      throw new Unobservable(
          Unobservable.Reason.NOT_PRESENT,
          waiting + " connections wait; how many may, the kernel tells through tcp_diag alone");
    }
    return socket.writeQueue().getAsLong() > 0 && waiting > socket.writeQueue().getAsLong();
  }
}
