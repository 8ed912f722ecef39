package dockdiag.probes.route;

import dockdiag.probes.net.Subnet;
import java.util.Optional;

/// A rule of the routing policy, ip-rule(8): whose packets look into which table.
///
/// @param from empty: whoever
/// @param to empty: whomever
/// @param incoming the interface that packets came in by; `lo` are those of this host
/// @param mark the packet's mark under the mask
/// @param table its name or number; empty where the rule does something else
/// @param unmodelled what else it asks or does, as JSON; empty where nothing
public record RoutingRule(
    int priority,
    boolean negated,
    Optional<Subnet> from,
    Optional<Subnet> to,
    Optional<String> incoming,
    Optional<Mark> mark,
    String table,
    String unmodelled) {

  /// A mark under a mask.
  public record Mark(long value, long mask) {

    /// Whether the packet's mark is this.
    public boolean holds(long mark) {
      return (mark & mask) == value;
    }
  }
}
