package dockdiag.playbooks;

import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.machine.AddressesProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.reach.ConnectProbe;
import java.util.ArrayList;
import java.util.List;

/// A way by which somebody on the host itself comes to a published port.
///
/// @param kind over loopback, or by the address that others use too
/// @param probe the real packet that goes this way
public record Entrance(Kind kind, ConnectProbe probe) {

  /// Which way it is; docker-proxy serves the first, the rules of NAT serve the second.
  public enum Kind {
    /// 127.0.0.1 or `::1`.
    LOOPBACK,
    /// The host's own address.
    OWN_ADDRESS
  }

  /// All of them to one port of the container.
  public static List<Entrance> to(Container container, Port port, Facts facts) throws Unobservable {
    List<Entrance> entrances = new ArrayList<>();
    for (PublishedPort binding : container.published()) {
      if (binding.container().equals(port)) {
        entrances.addAll(of(binding, facts));
      }
    }
    return List.copyOf(entrances);
  }

  /// Those that one binding opens, at least one; the one over loopback comes last.
  public static List<Entrance> of(PublishedPort binding, Facts facts) throws Unobservable {
    Address bound = binding.hostAddress();
    if (!bound.isAny()) {
      return List.of(to(bound, binding.host()));
    }
    List<Entrance> entrances = new ArrayList<>();
    ownAddresses(facts).stream()
        .filter(one -> one.isIpv6() == bound.isIpv6())
        .findFirst()
        .ifPresent(own -> entrances.add(to(own, binding.host())));
    entrances.add(to(bound.isIpv6() ? Address.LOOPBACK6 : Address.LOOPBACK4, binding.host()));
    return List.copyOf(entrances);
  }

  private static Entrance to(Address address, Port port) {
    return new Entrance(
        address.isLoopback() ? Kind.LOOPBACK : Kind.OWN_ADDRESS,
        new ConnectProbe(Namespace.HOST, address, port, ""));
  }

  /// The host's addresses towards the outside: neither loopback nor of a bridge of the engine's.
  ///
  /// The subnet of a macvlan network is that of the host's own LAN.
  public static List<Address> ownAddresses(Facts facts) throws Unobservable {
    return facts.infer(new OwnAddresses());
  }

  /// They are the same for every port.
  private record OwnAddresses() implements Inference<List<Address>> {
    @Override
    public List<Address> infer(Facts facts) throws Unobservable {
      List<DockerNetwork> bridges =
          facts.get(new NetworksProbe()).stream()
              .filter(network -> network.bridge().isPresent())
              .toList();
      return facts.get(new AddressesProbe(Namespace.HOST)).stream()
          .filter(one -> !one.isLoopback() && !one.value().isLinkLocalAddress())
          .filter(one -> bridges.stream().noneMatch(network -> network.contains(one)))
          .toList();
    }
  }
}
