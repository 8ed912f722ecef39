package dockdiag.playbooks.packetpath;

import dockdiag.probes.link.Link;
import dockdiag.probes.link.Link.Assigned;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Subnet;
import java.util.List;
import java.util.Optional;

/// The address of an interface that the kernel takes by itself (inet_select_addr of
/// net/ipv4/devinet.c): the first of the next hop's network, else the first.
final class Sources {

  private Sources() {}

  static Optional<Address> towards(Link link, Address hop) {
    List<Assigned> usable =
        link.addresses().stream()
            .filter(assigned -> assigned.address().isIpv6() == hop.isIpv6())
            .filter(assigned -> assigned.scope().equals("global"))
            .toList();
    return usable.stream()
        .filter(assigned -> network(assigned).contains(hop))
        .findFirst()
        .or(() -> usable.stream().findFirst())
        .map(Assigned::address);
  }

  private static Subnet network(Assigned assigned) {
    return new Subnet(assigned.address() + "/" + assigned.prefixLength());
  }
}
