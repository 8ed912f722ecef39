package dockdiag.cli.lab.judge;

import dockdiag.playbooks.packetpath.Endpoint;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import dockdiag.testenv.Router.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A connection's first packet and, as long as they come through, some behind it.
///
/// @param protocol 6, 17, or 1 for a ping
/// @param turns of each further packet whether it answers the last one, else it is the first's like
record Exchange(
    Sender sender, int protocol, String source, String destination, int port, List<Boolean> turns) {

  private static final List<String> CLIENTS =
      List.of("198.51.100.9", "198.51.100.3", "198.51.100.9", "203.0.113.7", "172.28.1.9");
  private static final List<String> SERVERS =
      List.of("198.51.100.1", "198.51.100.1", "172.28.1.1", "172.28.1.2", "172.28.1.3");
  private static final List<String> CLIENTS6 =
      List.of("2001:db8:51::3", "2001:db8:51::9", "2001:db8:99::7");
  private static final List<String> SERVERS6 =
      List.of("2001:db8:51::1", "2001:db8:28::1", "2001:db8:28::2", "2001:db8:28::3");
  private static final List<String> OWN =
      List.of("198.51.100.1", "198.51.100.1", "172.28.1.1", "127.0.0.1");
  private static final List<String> OWN6 = List.of("2001:db8:51::1", "2001:db8:28::1", "::1");

  private static final List<String> LAN =
      List.of("172.29.1.2", "172.29.1.2", "172.29.1.2", "172.29.1.1", "172.28.1.2");
  private static final List<String> LAN6 =
      List.of("2001:db8:29::2", "2001:db8:29::2", "2001:db8:29::1", "2001:db8:28::2");

  static Exchange random(Dice dice) {
    Sender sender =
        dice.of(List.of(Sender.HOST, Sender.CLIENT, Sender.CLIENT, Sender.CLIENT, Sender.LEFT));
    boolean ipv6 = dice.seldom(3);
    String source =
        dice.of(
            switch (sender) {
              case HOST -> ipv6 ? OWN6 : OWN;
              case LEFT -> List.of(ipv6 ? "2001:db8:29::9" : "172.29.1.9");
              default -> ipv6 ? CLIENTS6 : CLIENTS;
            });
    return new Exchange(
        sender,
        dice.of(List.of(6, 6, 6, 17, 17, 17, 1)),
        source,
        dice.of(destinations(dice, sender, source)),
        dice.of(List.of(80, 53, 8080, 443, 9999)),
        List.of(true, dice.seldom(2)).subList(0, dice.below(3)));
  }

  /// Whoever calls itself the loopback calls itself.
  private static List<String> destinations(Dice dice, Sender sender, String source) {
    boolean ipv6 = source.indexOf(':') >= 0;
    if (source.equals("127.0.0.1") || source.equals("::1")) {
      return List.of(source, source, ipv6 ? "2001:db8:51::1" : "198.51.100.1");
    }
    if (sender == Sender.LEFT || dice.seldom(10)) {
      return ipv6 ? LAN6 : LAN;
    }
    boolean outwards = sender == Sender.HOST && dice.seldom(3);
    return outwards ? (ipv6 ? CLIENTS6 : CLIENTS) : (ipv6 ? SERVERS6 : SERVERS);
  }

  /// One trial for each packet, up to the first on which the walk and the kernel disagree.
  List<Trial> run(Judge judge, int id) throws Unobservable {
    List<Trial> trials = new ArrayList<>();
    trials.add(judge.send(sender, first(id), id));
    Optional<Packet> last = trials.getLast().through();
    Optional<Packet> start = last;
    for (boolean answers : turns) {
      if (last.isEmpty() || last.get().isTracked() != start.orElseThrow().isTracked()) {
        break; // what conntrack has not seen has not brought the connection on
      }
      Packet next = answers ? last.get().answer() : start.orElseThrow().following();
      trials.add(judge.send(sender(next), next, id));
      last = trials.getLast().through();
    }
    return trials;
  }

  private Packet first(int id) {
    Address from = Address.of(source);
    Address to = Address.of(destination);
    String in =
        switch (sender) {
          case HOST -> "";
          case LEFT -> "lan0";
          default -> "eth0";
        };
    return protocol == 1
        ? Packet.ping(from, to, in)
        : Packet.arriving(
            protocol == 6 ? Protocol.TCP : Protocol.UDP,
            new Endpoint(from, id),
            new Endpoint(to, port),
            in);
  }

  private static Sender sender(Packet packet) {
    return switch (packet.in()) {
      case "eth0" -> Sender.CLIENT;
      case "br0" -> Sender.SERVER;
      case "lan0" ->
          packet.source().address().toString().endsWith("9") ? Sender.LEFT : Sender.RIGHT;
      default -> Sender.HOST;
    };
  }
}
