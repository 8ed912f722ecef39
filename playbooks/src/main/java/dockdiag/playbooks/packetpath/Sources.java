package dockdiag.playbooks.packetpath;

import dockdiag.probes.link.Link;
import dockdiag.probes.link.Link.Assigned;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Subnet;
import dockdiag.probes.netfilter.Operand;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The source address that the kernel takes by itself for what leaves by an interface.
final class Sources {

  private final Netns netns;
  private final String device;

  Sources(Netns netns, String device) {
    this.netns = netns;
    this.device = device;
  }

  /// Of IPv4 the first of the next hop's network, else the interface's first, else the first of
  /// any interface (inet_select_addr of net/ipv4/devinet.c).
  Optional<Address> towards(Address destination, Address hop) {
    if (destination.isIpv6()) {
      return towards(destination);
    }
    List<Assigned> own = global(/* ipv6= */ false, device).toList();
    return own.stream()
        .filter(assigned -> network(assigned).contains(hop))
        .findFirst()
        .or(() -> own.stream().findFirst())
        .or(() -> global(/* ipv6= */ false, "").findFirst())
        .map(Assigned::address);
  }

  /// Of IPv6 the destination itself where it is here, else of the interface's the one that shares
  /// most bits with it (RFC 6724, rules 1, 5, 8).
  private Optional<Address> towards(Address destination) {
    boolean here =
        netns.links().stream()
            .flatMap(link -> link.addresses().stream())
            .anyMatch(assigned -> assigned.address().equals(destination));
    if (here) {
      return Optional.of(destination);
    }
    List<Assigned> own = global(/* ipv6= */ true, device).toList();
    return (own.isEmpty() ? global(/* ipv6= */ true, "") : own.stream())
        .min(Comparator.comparingInt(assigned -> -shared(assigned, destination)))
        .map(Assigned::address);
  }

  private static int shared(Assigned assigned, Address destination) {
    int differing = Operand.number(assigned.address()).xor(Operand.number(destination)).bitLength();
    return Math.min(128 - differing, assigned.prefixLength());
  }

  /// Of one interface, or of all.
  private Stream<Assigned> global(boolean ipv6, String name) {
    return netns.links().stream()
        .filter(link -> name.isEmpty() || link.name().equals(name))
        .map(Link::addresses)
        .flatMap(List::stream)
        .filter(assigned -> assigned.address().isIpv6() == ipv6)
        .filter(assigned -> assigned.scope().equals("global"));
  }

  private static Subnet network(Assigned assigned) {
    return new Subnet(assigned.address() + "/" + assigned.prefixLength());
  }
}
