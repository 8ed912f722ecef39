package dockdiag.playbooks;

import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.process.ProcessesProbe;
import dockdiag.probes.process.RunningProcess;
import dockdiag.probes.socket.Socket;
import java.util.Optional;

/// The process that holds a socket, as far as it can be seen.
public final class SocketHolder {

  private SocketHolder() {}

  /// The process; empty where none holds the socket any more, and where only root could tell: a
  /// socket proves a fault without its owner's name.
  public static Optional<RunningProcess> of(Socket socket, Namespace namespace, Facts facts) {
    if (socket.inode().isEmpty()) {
      return Optional.empty();
    }
    try {
      return facts.get(new ProcessesProbe(namespace)).stream()
          .filter(process -> process.socketInodes().contains(socket.inode().getAsLong()))
          .findFirst();
    } catch (Unobservable notRoot) {
      return Optional.empty();
    }
  }
}
