package dockdiag.playbooks.exchange;

import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.link.Link.Assigned;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Subnet;
import java.util.Optional;
import java.util.stream.Stream;

/// Who asks.
public sealed interface Client {

  /// The port that clients ask from: of those that kernels give (ip_local_port_range, 32768 to
  /// 60999), as no rule is known to tell them apart.
  int PORT = 50_000;

  /// So many addresses of a network are passed over, as its first containers have them.
  int SOME = 100;

  /// Somebody beyond the host.
  ///
  /// @param device the host's interface that requests from there come in by
  record Outside(Address address, String device) implements Client {}

  /// A process of the host.
  record OnHost() implements Client {}

  /// A process in the container's network namespace.
  record InContainer(String name) implements Client {}

  /// Any container on a bridge of the host, whose own namespace is not looked at.
  record OnBridge(String bridge, Address address) implements Client {}

  /// An outside client that asks that address of the host: the given one, else one of whom no
  /// route and no rule knows; empty where the host has no way to the outside in this family.
  static Optional<Client> outside(Facts facts, Optional<Address> from, Address to)
      throws Unobservable {
    return facts.infer(Uplink.of(from, to));
  }

  /// A container that a network might have, which asks that address; empty where the network has
  /// no bridge or does not speak its family.
  static Optional<Client> on(DockerNetwork network, Address to) {
    return network
        .bridge()
        .flatMap(
            bridge ->
                network.pools().stream()
                    .filter(pool -> pool.subnet().isIpv6() == to.isIpv6())
                    .flatMap(pool -> beside(pool.subnet()))
                    .findFirst()
                    .map(address -> new OnBridge(bridge, address)));
  }

  /// Somebody whose gateway has that address.
  static Address beside(Assigned gateway) {
    Subnet subnet = new Subnet(gateway.address() + "/" + gateway.prefixLength());
    return Addresses.beside(gateway.address(), subnet)
        .filter(address -> !address.equals(gateway.address()))
        .findFirst()
        .orElse(gateway.address());
  }

  private static Stream<Address> beside(Subnet subnet) {
    String first = subnet.text().substring(0, subnet.text().indexOf('/'));
    return Addresses.beside(Address.of(first), subnet).skip(SOME);
  }
}
