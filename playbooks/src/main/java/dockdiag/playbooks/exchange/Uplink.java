package dockdiag.playbooks.exchange;

import dockdiag.playbooks.packetpath.Netns;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.link.Link.Assigned;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Subnet;
import dockdiag.probes.route.TableRoute;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The outside client of one family, where the host has a way to the outside.
///
/// @param from the one that is meant; empty: anybody of whom no route and no rule knows
record Uplink(Optional<Address> from, Version version) implements Inference<Optional<Client>> {

  /// Of IP.
  enum Version {
    V4,
    V6
  }

  /// Documentation addresses (RFC 5737, RFC 3849): whoever has them, it is nobody in particular.
  private static final List<String> ANYBODY4 = List.of("203.0.113.", "192.0.2.", "198.51.100.");

  private static final String ANYBODY6 = "2001:db8:d0c:";

  static Uplink of(Optional<Address> from, Address to) {
    return new Uplink(from, to.isIpv6() ? Version.V6 : Version.V4);
  }

  @Override
  public Optional<Client> infer(Facts facts) throws Unobservable {
    Netns host = Netns.of(facts, Namespace.HOST);
    if (from.isPresent()) {
      return from.filter(this::isOfVersion).flatMap(address -> by(host, address));
    }
    Known known = new Known(host.ruleset(), version == Version.V6 ? host.ipv6() : host.ipv4());
    return strangers()
        .filter(address -> !known.names(address))
        .flatMap(address -> by(host, address).stream())
        .findFirst()
        .or(() -> neighbour(host, bridges(facts)));
  }

  private boolean isOfVersion(Address address) {
    return address.isIpv6() == (version == Version.V6);
  }

  private static Optional<Client> by(Netns host, Address address) {
    return host.route(address)
        .filter(route -> route.type() == TableRoute.Type.UNICAST)
        .map(route -> new Client.Outside(address, route.device()));
  }

  private Stream<Address> strangers() {
    return version == Version.V6
        ? Addresses.numbers().mapToObj(i -> Address.of(ANYBODY6 + i + "::7"))
        : ANYBODY4.stream().flatMap(net -> Addresses.numbers().mapToObj(i -> Address.of(net + i)));
  }

  /// One that the host's own networks leave free.
  private Optional<Client> neighbour(Netns host, List<String> bridges) {
    List<Address> own =
        host.links().stream()
            .flatMap(link -> link.addresses().stream())
            .map(Assigned::address)
            .toList();
    return host.links().stream()
        .filter(link -> link.up() && !bridges.contains(link.name()))
        .flatMap(link -> link.addresses().stream())
        .filter(assigned -> assigned.scope().equals("global"))
        .filter(assigned -> isOfVersion(assigned.address()))
        .flatMap(Uplink::beside)
        .filter(address -> !own.contains(address))
        .flatMap(address -> by(host, address).stream())
        .findFirst();
  }

  private static List<String> bridges(Facts facts) {
    try {
      return facts.get(new NetworksProbe()).stream()
          .map(DockerNetwork::bridge)
          .flatMap(Optional::stream)
          .toList();
    } catch (Unobservable unknown) {
      return List.of();
    }
  }

  private static Stream<Address> beside(Assigned own) {
    Subnet subnet = new Subnet(own.address() + "/" + own.prefixLength());
    return Addresses.beside(own.address(), subnet);
  }
}
