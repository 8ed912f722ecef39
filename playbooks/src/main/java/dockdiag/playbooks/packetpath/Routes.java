package dockdiag.playbooks.packetpath;

import dockdiag.probes.net.Address;
import dockdiag.probes.route.Routing;
import dockdiag.probes.route.RoutingRule;
import dockdiag.probes.route.TableRoute;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Looks routes up as the kernel does: the policy's rules in order, in each table the longest
/// prefix, then the lowest metric.
final class Routes {

  private static final Comparator<TableRoute> BEST =
      Comparator.<TableRoute>comparingInt(route -> -length(route))
          .thenComparingInt(TableRoute::metric);

  private final Netns netns;

  Routes(Netns netns) {
    this.netns = netns;
  }

  Netns netns() {
    return netns;
  }

  /// The route that the packet takes.
  Optional<TableRoute> find(Packet packet) {
    return find(netns.routing(packet), packet);
  }

  private static Optional<TableRoute> find(Routing routing, Packet packet) {
    for (RoutingRule rule : routing.rules()) {
      if (!isFor(rule, packet)) {
        continue;
      }
      if (!rule.unmodelled().isEmpty()) {
        throw new Undecidable("ip rule " + rule.priority() + ": " + rule.unmodelled());
      }
      Optional<TableRoute> route =
          inTable(routing, rule.table(), packet.destination().address(), packet.out());
      if (route.isPresent() && route.get().type() != TableRoute.Type.THROW) {
        return route;
      }
    }
    return Optional.empty();
  }

  /// The way back to where the packet says that it comes from.
  Optional<TableRoute> back(Packet packet) {
    Packet turned = packet.from(packet.destination()).to(packet.source()).made();
    return find(turned);
  }

  /// Of what comes over the loopback it always does (nft_fib_is_loopback of
  /// net/netfilter/nft_fib.h, rpfilter_is_loopback of net/ipv4/netfilter/ipt_rpfilter.c).
  boolean leadsBack(Packet packet) {
    return packet.in().equals("lo")
        || back(packet)
            .filter(route -> route.type() == TableRoute.Type.UNICAST)
            .filter(route -> route.device().equals(packet.in()))
            .isPresent();
  }

  /// The address's kind in the local table (inet_addr_type of net/ipv4/fib_frontend.c).
  String kind(Address address) {
    return kind(address, Optional.empty());
  }

  /// The same, of addresses of one interface alone.
  String kindAt(Address address, String device) {
    return kind(address, Optional.of(device));
  }

  private String kind(Address address, Optional<String> device) {
    if (address.value().isMulticastAddress()) {
      return "multicast";
    }
    if (address.equals(Address.ANY4) || address.toString().equals("255.255.255.255")) {
      return "broadcast";
    }
    Routing routing = address.isIpv6() ? netns.ipv6() : netns.ipv4();
    return inTable(routing, "local", address, "")
        .filter(route -> device.isEmpty() || device.get().equals(route.device()))
        .map(route -> route.type().name().toLowerCase(Locale.ROOT))
        .orElse("unicast");
  }

  private static boolean isFor(RoutingRule rule, Packet packet) {
    String in = packet.in().isEmpty() ? "lo" : packet.in();
    boolean holds =
        rule.from().map(net -> net.contains(packet.source().address())).orElse(true)
            && rule.to().map(net -> net.contains(packet.destination().address())).orElse(true)
            && rule.incoming().map(in::equals).orElse(true)
            && rule.mark().map(mark -> mark.holds(packet.mark())).orElse(true);
    return holds != rule.negated();
  }

  private static Optional<TableRoute> inTable(
      Routing routing, String table, Address address, String device) {
    List<TableRoute> candidates =
        routing.routes().stream()
            .filter(route -> route.table().equals(table) && route.usable())
            .filter(route -> device.isEmpty() || route.device().equals(device))
            .filter(route -> route.destination().contains(address))
            .toList();
    return candidates.stream().min(BEST);
  }

  private static int length(TableRoute route) {
    String text = route.destination().text();
    return Integer.parseInt(text.substring(text.indexOf('/') + 1));
  }
}
