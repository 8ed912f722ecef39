package dockdiag.playbooks.topology;

import dockdiag.playbooks.Subject;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.link.Link;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Subnet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A network with all that is plugged into it.
///
/// @param outside the interfaces of the host
/// @param plugs running or not, in the order of the containers' names
public record Cables(DockerNetwork network, Seen<List<Link>> outside, List<Plug> plugs) {

  public Cables {
    plugs = List.copyOf(plugs);
  }

  /// The network as reports name it.
  public static Subject subject(DockerNetwork network) {
    return new Subject(Map.of("network", network.name()));
  }

  /// The same of this one.
  public Subject subject() {
    return subject(network);
  }

  /// The gateway of one of its subnets, where it was named or a container got it.
  public Optional<Address> gateway(DockerNetwork.Pool pool) {
    return pool.gateway()
        .or(
            () ->
                live().stream()
                    .map(Plug::endpoint)
                    .flatMap(endpoint -> Stream.of(endpoint.ipv4(), endpoint.ipv6()))
                    .flatMap(Optional::stream)
                    .flatMap(ip -> ip.gateway().stream())
                    .filter(pool.subnet()::contains)
                    .findFirst());
  }

  /// Whether the address is an IPv6 one of this network's.
  public boolean holds(Link.Assigned assigned) {
    return assigned.address().isIpv6() && network.contains(assigned.address());
  }

  /// An address of a container in that subnet.
  public Optional<Address> addressIn(Subnet subnet) {
    return live().stream()
        .flatMap(plug -> plug.endpoint().addresses().stream())
        .filter(subnet::contains)
        .findFirst();
  }

  /// Those that have an interface of their own.
  public List<Plug> live() {
    return plugs.stream().filter(Plug::isLive).toList();
  }

  /// Its bridge on the host; empty where the driver makes none, or where it is gone.
  ///
  /// @throws Unobservable where the host's interfaces cannot be seen
  public Optional<Link> bridge() throws Unobservable {
    Optional<String> name = network.bridge();
    return name.isEmpty()
        ? Optional.empty()
        : outside.get().stream().filter(link -> link.name().equals(name.get())).findFirst();
  }
}
