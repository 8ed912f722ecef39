package dockdiag.cli.lab.judge;

import dockdiag.playbooks.packetpath.Content.Icmp;
import dockdiag.playbooks.packetpath.Content.Stage;
import dockdiag.playbooks.packetpath.Content.Transport;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import dockdiag.testenv.Datagram;

/// Packets of the walk and packets on the wire.
final class Wire {

  private static final int SYN = 0x02;
  private static final int ACK = 0x10;

  private Wire() {}

  /// The packet as it is sent.
  ///
  /// @param id the identifier of a ping
  static Datagram datagram(Packet packet, int id) {
    String source = packet.source().address().toString();
    String destination = packet.destination().address().toString();
    return switch (packet.content()) {
      case Icmp(int type, _) ->
          new Datagram(source.indexOf(':') < 0 ? 1 : 58, type, source, id, destination, 0);
      case Transport(Protocol protocol, Stage stage) ->
          new Datagram(
              protocol == Protocol.TCP ? 6 : 17,
              protocol == Protocol.TCP ? flags(stage) : 0,
              source,
              packet.source().port(),
              destination,
              packet.destination().port());
    };
  }

  private static int flags(Stage stage) {
    return switch (stage) {
      case OPENING -> SYN;
      case ANSWERING -> SYN | ACK;
      case OPEN -> ACK;
    };
  }

  /// Whether that is what came out.
  static boolean isSame(Packet packet, Datagram datagram) {
    int id = datagram.sourcePort();
    Datagram expected = datagram(packet, id);
    return text(expected.source(), expected.sourcePort())
            .equals(text(datagram.source(), datagram.sourcePort()))
        && text(expected.destination(), expected.destinationPort())
            .equals(text(datagram.destination(), datagram.destinationPort()));
  }

  private static String text(String address, int port) {
    return Address.of(address).with(port);
  }
}
