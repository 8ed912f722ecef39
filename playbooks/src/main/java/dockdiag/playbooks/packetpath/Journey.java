package dockdiag.playbooks.packetpath;

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
    return new InputChecks(run).beforeAll().orElseGet(this::entered);
  }

  /// Of a frame from port to port of a bridge.
  Fate cross() {
    return new Bridging(run).enter(this::routed);
  }

  private Fate entered() {
    return bridges(run.packet().in())
        ? new Bridging(run).enter(this::routed)
        : hook(Point.PREROUTING).orElseGet(this::routed);
  }

  /// Whether it is a bridge and there are rules for those.
  private boolean bridges(String device) {
    return !run.netns().index().hooksOfBridges().isEmpty() && run.netns().isBridge(device);
  }

  /// Of a packet that is made here.
  Fate leave() {
    return new OutputRoute(run).first().or(() -> hook(Point.OUTPUT)).orElseGet(this::send);
  }

  /// What came in by the loopback was routed when it left.
  private Fate routed() {
    if (run.packet().in().equals("lo")) {
      return local();
    }
    Optional<Fate> refused = new InputChecks(run).martian();
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<TableRoute> found = run.routes().find(run.packet());
    if (found.isEmpty()) {
      return OutputRoute.noRoute(run.packet());
    }
    TableRoute route = found.get();
    String told = OutputRoute.told(route);
    run.kernel(told);
    return switch (route.type()) {
      case LOCAL, BROADCAST, ANYCAST, MULTICAST ->
          new InputChecks(run).source().orElseGet(this::local);
      case UNICAST -> forward(route);
      case BLACKHOLE, UNREACHABLE, PROHIBIT, THROW ->
          new Fate.Lost(Fate.Reason.ROUTE_FORBIDS, told);
    };
  }

  private Fate local() {
    return hook(Point.INPUT).or(this::ignored).orElseGet(() -> new Fate.Delivered(run.packet()));
  }

  private Optional<Fate> ignored() {
    Packet packet = run.packet();
    if (!packet.content().asks()) {
      return Optional.empty();
    }
    Netns.SettingName name = Netns.SettingName.ofEchoes(packet.isIpv6());
    return run.netns().settings().of(name) == 0
        ? Optional.empty()
        : Optional.of(new Fate.Lost(Fate.Reason.ECHO_IGNORED, name + " is set"));
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
    run.becomes(run.packet().out(run.routedAgain().orElse(run.packet().out())));
    return hook(Point.POSTROUTING).orElseGet(this::gone);
  }

  /// What leaves by the loopback comes in by it, of the same connection.
  private Fate gone() {
    Packet packet = run.packet();
    if (!packet.out().equals("lo")) {
      Optional<Fate> refused = bridges(packet.out()) ? new Bridging(run).down() : Optional.empty();
      return refused.orElseGet(() -> new Fate.Sent(packet.out(), run.packet()));
    }
    run.becomes(packet.in("lo"));
    return arrive();
  }

  private Optional<Fate> hook(Point point) {
    return new HookWalk(run, point).walk();
  }
}
