package dockdiag.playbooks.link;

import dockdiag.playbooks.cluster.Tunnels;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.net.Address;

/// The host's interface by which the packets of overlay networks go to the other nodes.
record Underlay(Link link, Address address) {

  /// What VXLAN and the headers below it add to a packet (RFC 7348, 5): Ethernet 14, VXLAN 8, UDP
  /// 8, and IPv4 20 or IPv6 40.
  private static final int OVER_IPV4 = 50;

  private static final int OVER_IPV6 = 70;

  /// @throws Unobservable where it is not known which interface that is
  static Underlay of(Facts facts) throws Unobservable {
    Address own = facts.infer(new Tunnels.Of()).own().orElseThrow(() -> none("no address"));
    return facts.get(new LinksProbe(Namespace.HOST)).stream()
        .filter(link -> link.addresses().stream().anyMatch(one -> one.address().equals(own)))
        .findFirst()
        .map(link -> new Underlay(link, own))
        .orElseThrow(() -> none("no interface has " + own));
  }

  private static Unobservable none(String why) {
    return new Unobservable(Reason.NOT_PRESENT, "the node's way to the others: " + why);
  }

  /// The largest packet of a container that goes through without being cut up, in bytes.
  int carries() {
    return link.mtu() - (address.isIpv6() ? OVER_IPV6 : OVER_IPV4);
  }
}
