package dockdiag.probes.netfilter;

import java.util.Map;
import java.util.Optional;

/// Where a base chain hangs in the kernel (linux/netfilter.h, nft(8)).
///
/// @param type what it may do there
/// @param point where on the packet's way
/// @param priority lower ones come first
public record Hook(Type type, Point point, int priority) {

  /// What a base chain may do.
  public enum Type {
    /// Let pass or drop.
    FILTER,
    /// Rewrite addresses, once for each connection.
    NAT,
    /// As FILTER, and a packet made here is routed anew after it was changed.
    ROUTE
  }

  /// A point on the way through the kernel.
  public enum Point {
    /// Come in, not routed yet.
    PREROUTING,
    /// For this host.
    INPUT,
    /// For another host.
    FORWARD,
    /// Made here.
    OUTPUT,
    /// About to leave.
    POSTROUTING,
    /// At one interface, before all else.
    INGRESS,
    /// At one interface, after all else.
    EGRESS;

    static Optional<Point> named(String name) {
      for (Point point : values()) {
        if (point.name().equalsIgnoreCase(name)) {
          return Optional.of(point);
        }
      }
      return Optional.empty();
    }
  }

  /// Priorities of iptables' tables (linux/netfilter_ipv4.h); nat's are those of each hook.
  private static final Map<String, Integer> PRIORITIES =
      Map.of("raw", -300, "mangle", -150, "filter", 0, "security", 50);

  /// Where iptables has hung the chain; empty where it is of the user's own.
  static Optional<Hook> ofIptables(String table, String chain) {
    return Point.named(chain)
        .filter(point -> point.name().equals(chain))
        .flatMap(
            point ->
                table.equals("nat")
                    ? Optional.of(new Hook(Type.NAT, point, natPriority(point)))
                    : Optional.ofNullable(PRIORITIES.get(table))
                        .map(priority -> new Hook(type(table, point), point, priority)));
  }

  private static Type type(String table, Point point) {
    return table.equals("mangle") && point == Point.OUTPUT ? Type.ROUTE : Type.FILTER;
  }

  private static int natPriority(Point point) {
    return point == Point.POSTROUTING || point == Point.INPUT ? 100 : -100;
  }
}
