package dockdiag.probes.route;

import dockdiag.probes.net.Address;
import dockdiag.probes.net.Subnet;
import java.util.Optional;

/// A route of any table, an entry of ip-route(8).
///
/// @param table its name or number, `main`, `local`, `100`
/// @param destination with prefix length; `0.0.0.0/0` is the default
/// @param via the next hop; empty where the destination is on the link
/// @param device empty where it leads nowhere
/// @param source the address that packets of this host take by it
/// @param metric of equally long ones the lowest wins
/// @param usable whether its interface has a carrier
public record TableRoute(
    String table,
    Type type,
    Subnet destination,
    Optional<Address> via,
    String device,
    Optional<Address> source,
    int metric,
    boolean usable) {

  /// What becomes of packets to it.
  public enum Type {
    /// On to the next hop.
    UNICAST,
    /// To this host.
    LOCAL,
    /// To all on the link.
    BROADCAST,
    /// To a group.
    MULTICAST,
    /// To the nearest of several.
    ANYCAST,
    /// Away, silently.
    BLACKHOLE,
    /// Away, the sender is told.
    UNREACHABLE,
    /// Away, the sender is told that it is forbidden.
    PROHIBIT,
    /// On with the next rule of the policy.
    THROW
  }
}
