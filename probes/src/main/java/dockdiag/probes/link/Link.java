package dockdiag.probes.link;

import dockdiag.probes.net.Address;
import dockdiag.probes.net.Mac;
import java.util.List;
import java.util.Optional;

/// An interface of a network namespace.
///
/// @param index its number there
/// @param up whether it was set up
/// @param carrier whether it has a link
/// @param kind `bridge`, `veth`, `vxlan`; empty of hardware and of the loopback
/// @param master the bridge that it is a port of
/// @param peer of a veth the number of its other end, in whatever namespace that is
/// @param port of a vxlan device the UDP port that its packets go to (RFC 7348)
/// @param mtu in bytes
/// @param mac empty where it has no Ethernet address, as a tunnel
/// @param addresses in their order; the kernel takes the first that fits
public record Link(
    int index,
    String name,
    boolean up,
    boolean carrier,
    String kind,
    Optional<String> master,
    Optional<Integer> peer,
    Optional<Integer> port,
    int mtu,
    Optional<Mac> mac,
    List<Assigned> addresses) {

  /// An address with the length of its network's prefix.
  ///
  /// @param scope `global`, `link`, `host`
  public record Assigned(Address address, int prefixLength, String scope) {}
}
