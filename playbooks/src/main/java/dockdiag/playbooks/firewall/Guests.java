package dockdiag.playbooks.firewall;

import dockdiag.playbooks.exchange.Client;
import dockdiag.playbooks.packetpath.Endpoint;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Netns;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.playbooks.packetpath.PacketPath;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.playbooks.packetpath.Trace;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.Link.Assigned;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who is behind a bridge of the host that is none of the engine's, such as virtual machines, and
/// what the host's rules do to a connection of theirs to somebody outside.
///
/// @param uplink the interface that it would leave by
record Guests(String bridge, String uplink, Trace trace) {

  private static final int HTTPS = 443;

  /// What virtual machines and containers of others are plugged in by; a bridge with hardware at
  /// it has other ways out.
  private static final Set<String> CABLES = Set.of("tun", "veth");

  /// Those of each such bridge.
  static List<Guests> of(Facts facts) throws Unobservable {
    Optional<Client> outside = Client.outside(facts, Optional.empty(), Address.ANY4);
    if (outside.isEmpty() || !(outside.get() instanceof Client.Outside somebody)) {
      return List.of();
    }
    Netns host = Netns.of(facts, Namespace.HOST);
    List<String> own =
        facts.get(new NetworksProbe()).stream()
            .map(DockerNetwork::bridge)
            .flatMap(Optional::stream)
            .toList();
    List<Guests> all = new ArrayList<>();
    for (Link link : host.links()) {
      if (link.kind().equals("bridge") && !own.contains(link.name()) && isOfGuests(link, host)) {
        link.addresses().stream()
            .filter(assigned -> !assigned.address().isIpv6())
            .findFirst()
            .ifPresent(gateway -> all.add(of(link, gateway, somebody, host)));
      }
    }
    return List.copyOf(all);
  }

  private static boolean isOfGuests(Link bridge, Netns host) {
    List<Link> ports =
        host.links().stream()
            .filter(link -> link.master().equals(Optional.of(bridge.name())))
            .toList();
    return ports.stream().anyMatch(Link::up)
        && ports.stream().map(Link::kind).allMatch(CABLES::contains);
  }

  private static Guests of(Link bridge, Assigned gateway, Client.Outside somebody, Netns host) {
    Endpoint from = new Endpoint(Client.beside(gateway), Client.PORT);
    Endpoint to = new Endpoint(somebody.address(), HTTPS);
    Packet packet = Packet.arriving(Protocol.TCP, from, to, bridge.name());
    return new Guests(bridge.name(), somebody.device(), new PacketPath(host).arriving(packet));
  }

  /// The policy of iptables that drops what no rule accepts, where it comes to that.
  Optional<Place> policy() {
    return trace.fate() instanceof Fate.Dropped(Place place) && place.number() == 0
        ? Optional.of(place)
        : Optional.empty();
  }
}
