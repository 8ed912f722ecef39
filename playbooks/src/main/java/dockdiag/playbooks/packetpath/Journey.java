package dockdiag.playbooks.packetpath;

import dockdiag.probes.net.Address;
import dockdiag.probes.netfilter.Hook.Point;
import dockdiag.probes.route.TableRoute;
import java.util.Optional;

/// A packet's way through one network namespace: hooks and routing in the kernel's order.
final class Journey {

  private final Run run;

  Journey(Run run) {
    this.run = run;
  }

  /// Of a packet that came in by an interface.
  Fate arrive() {
    return hook(Point.PREROUTING).orElseGet(this::routed);
  }

  /// Of a packet that was made here and has been routed once.
  Fate leave() {
    Packet before = run.packet();
    Optional<Fate> fate = hook(Point.OUTPUT);
    if (fate.isPresent()) {
      return fate.get();
    }
    Packet after = run.packet();
    boolean changed =
        !before.destination().equals(after.destination()) || before.mark() != after.mark();
    if (changed && !route()) {
      return noRoute();
    }
    return send();
  }

  /// Routes a packet that is made here; whether there is a way.
  boolean route() {
    Optional<TableRoute> route = run.routes().find(run.packet().out(""));
    route.ifPresent(found -> run.becomes(run.packet().out(outgoing(found))));
    route.ifPresent(found -> run.kernel(told(found)));
    return route.isPresent();
  }

  /// What is for this host goes by the loopback, whichever interface has the address.
  private static String outgoing(TableRoute route) {
    return route.type() == TableRoute.Type.LOCAL ? "lo" : route.device();
  }

  Fate noRoute() {
    return new Fate.Lost(Fate.Reason.NO_ROUTE, "to " + run.packet().destination().address());
  }

  private Fate routed() {
    Optional<Fate> refused = new InputChecks(run).martian();
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<TableRoute> found = run.routes().find(run.packet());
    if (found.isEmpty()) {
      return noRoute();
    }
    TableRoute route = found.get();
    run.kernel(told(route));
    return switch (route.type()) {
      case LOCAL, BROADCAST, ANYCAST, MULTICAST -> local();
      case UNICAST -> forward(route);
      case BLACKHOLE, UNREACHABLE, PROHIBIT, THROW ->
          new Fate.Lost(Fate.Reason.ROUTE_FORBIDS, told(route));
    };
  }

  private Fate local() {
    return new InputChecks(run)
        .source()
        .or(() -> hook(Point.INPUT))
        .orElseGet(() -> new Fate.Delivered(run.packet()));
  }

  private Fate forward(TableRoute route) {
    Optional<Fate> refused = new InputChecks(run).forwarding();
    if (refused.isPresent()) {
      return refused.get();
    }
    run.becomes(run.packet().out(route.device()));
    return hook(Point.FORWARD).orElseGet(this::send);
  }

  private Fate send() {
    return hook(Point.POSTROUTING).orElseGet(this::gone);
  }

  /// What leaves by the loopback comes in by it, of the same connection.
  private Fate gone() {
    Packet packet = run.packet();
    if (!packet.out().equals("lo")) {
      return new Fate.Sent(packet.out(), packet);
    }
    run.becomes(packet.in("lo"));
    return arrive();
  }

  private Optional<Fate> hook(Point point) {
    return new HookWalk(run, point).walk();
  }

  private static String told(TableRoute route) {
    String via = route.via().map(Address::toString).map(hop -> " via " + hop).orElse("");
    return "route %s %s%s dev %s"
        .formatted(route.table(), route.destination(), via, route.device());
  }
}
