package dockdiag.playbooks.packetpath;

import dockdiag.probes.net.Address;
import dockdiag.probes.route.TableRoute;
import java.util.Optional;

/// Routes packets that are made here (ip_route_output_key_hash_rcu of net/ipv4/route.c), before
/// their first hook and again where a hook has changed them.
final class OutputRoute {

  private final Run run;

  OutputRoute(Run run) {
    this.run = run;
  }

  /// The packet's end, if there is no way.
  Optional<Fate> first() {
    Packet packet = run.packet();
    Optional<TableRoute> route = run.routes().find(packet.out(""));
    if (route.isEmpty()) {
      return Optional.of(noRoute(packet));
    }
    run.kernel(told(route.get()));
    Optional<Fate> refused = refused(route.get());
    if (refused.isEmpty()) {
      run.becomes(packet.out(outgoing(route.get())));
    }
    return refused;
  }

  /// Chains at the same point still see the interface that it was to leave by at first.
  Optional<Fate> again() {
    Packet packet = run.packet();
    Optional<Fate> refused = first();
    run.routedAgain(run.packet().out());
    run.becomes(packet);
    return refused;
  }

  private Optional<Fate> refused(TableRoute route) {
    return switch (route.type()) {
      case BLACKHOLE, UNREACHABLE, PROHIBIT, THROW ->
          Optional.of(new Fate.Lost(Fate.Reason.ROUTE_FORBIDS, told(route)));
      case LOCAL, BROADCAST, ANYCAST, MULTICAST, UNICAST -> martian(outgoing(route));
    };
  }

  /// The loopback's addresses leave by it alone, of IPv6 too where nobody has changed that.
  private Optional<Fate> martian(String device) {
    Packet packet = run.packet();
    boolean leaves = packet.source().address().isLoopback() && !device.equals("lo");
    return leaves && !packet.isIpv6() && !InputChecks.routesLoopback(run, device)
        ? Optional.of(new Fate.Lost(Fate.Reason.MARTIAN, packet + " by " + device))
        : Optional.empty();
  }

  /// What is for this host goes by the loopback, whichever interface has the address.
  private static String outgoing(TableRoute route) {
    return route.type() == TableRoute.Type.LOCAL ? "lo" : route.device();
  }

  static Fate noRoute(Packet packet) {
    return new Fate.Lost(Fate.Reason.NO_ROUTE, "to " + packet.destination().address());
  }

  static String told(TableRoute route) {
    String via = route.via().map(Address::toString).map(hop -> " via " + hop).orElse("");
    return "route %s %s%s dev %s"
        .formatted(route.table(), route.destination(), via, route.device());
  }
}
