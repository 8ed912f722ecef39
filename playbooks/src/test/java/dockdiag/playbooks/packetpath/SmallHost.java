package dockdiag.playbooks.packetpath;

import dockdiag.probes.Namespace;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.Link.Assigned;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.net.Subnet;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.route.Routing;
import dockdiag.probes.route.RoutingRule;
import dockdiag.probes.route.TableRoute;
import java.util.List;
import java.util.Optional;

/// A host of `eth0`, 198.51.100.1, and `docker0`, 172.17.0.1, that forwards, with rules to try.
final class SmallHost {

  private SmallHost() {}

  static Ruleset ruleset(List<String> lines) throws Unobservable {
    String text = String.join("\n", lines) + "\n";
    return new IptablesProbe(Namespace.HOST, Family.IP, Backend.IPTABLES_NFT)
        .observe(request -> Response.of(text));
  }

  static PacketPath path(Ruleset ruleset) {
    return new PacketPath(netns(ruleset));
  }

  static Packet fromClient(String address, int port) {
    Endpoint client = new Endpoint(Address.of("198.51.100.2"), 40_000);
    Endpoint server = new Endpoint(Address.of(address), port);
    return Packet.arriving(Protocol.TCP, client, server, "eth0");
  }

  static String text(Fate fate) {
    return switch (fate) {
      case Fate.Sent(var device, var packet) -> "Sent " + device + " " + packet.destination();
      case Fate.Delivered(var packet) -> "Delivered " + packet;
      case Fate.Dropped(var place) -> "Dropped " + place;
      case Fate.Undecided(var why) -> "Undecided " + why;
      case Fate.Rejected _, Fate.Lost _ -> fate.toString();
    };
  }

  private static Netns netns(Ruleset ruleset) {
    Routing ipv4 =
        new Routing(
            List.of(rule(0, "local"), rule(32_766, "main")),
            List.of(
                route("local", TableRoute.Type.LOCAL, "198.51.100.1/32", "eth0"),
                route("local", TableRoute.Type.LOCAL, "172.17.0.1/32", "docker0"),
                route("main", TableRoute.Type.UNICAST, "198.51.100.0/24", "eth0"),
                route("main", TableRoute.Type.UNICAST, "172.17.0.0/16", "docker0")));
    List<Link> links = List.of(link("eth0", "198.51.100.1", 24), link("docker0", "172.17.0.1", 16));
    Routing ipv6 = new Routing(List.of(), List.of());
    return new Netns(
        ruleset, ipv4, ipv6, links, name -> name.setting().equals("forwarding") ? 1 : 0);
  }

  private static RoutingRule rule(int priority, String table) {
    return new RoutingRule(
        priority,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        table,
        "");
  }

  private static TableRoute route(
      String table, TableRoute.Type type, String destination, String device) {
    Optional<Address> none = Optional.empty();
    return new TableRoute(table, type, new Subnet(destination), none, device, none, 0, true);
  }

  private static Link link(String name, String address, int prefix) {
    Assigned assigned = new Assigned(Address.of(address), prefix, "global");
    return new Link(
        1,
        name,
        true,
        true,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1500,
        Optional.empty(),
        List.of(assigned));
  }
}
