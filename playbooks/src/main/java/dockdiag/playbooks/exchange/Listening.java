package dockdiag.playbooks.exchange;

import dockdiag.playbooks.packetpath.Packet;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.socket.Socket;
import java.util.List;
import java.util.Optional;

/// Whether somebody takes what was delivered to a namespace's sockets.
sealed interface Listening {

  /// This one does.
  record By(Socket socket) implements Listening {}

  /// Nobody does.
  record Nobody() implements Listening {}

  /// Perhaps this one does: whether it takes IPv4 as well is not told.
  record Perhaps(Socket socket) implements Listening {}

  static Listening of(List<Socket> sockets, Protocol protocol, Packet delivered) {
    Optional<Socket> perhaps = Optional.empty();
    for (Socket socket : sockets) {
      boolean sameDoor =
          socket.isListening()
              && socket.protocol() == protocol
              && socket.localPort() == delivered.destination().port();
      if (sameDoor) {
        Optional<Boolean> accepts = socket.accepts(delivered.destination().address());
        if (accepts.equals(Optional.of(true))) {
          return new By(socket);
        }
        perhaps = accepts.isEmpty() ? Optional.of(socket) : perhaps;
      }
    }
    return perhaps.<Listening>map(Perhaps::new).orElseGet(Nobody::new);
  }
}
