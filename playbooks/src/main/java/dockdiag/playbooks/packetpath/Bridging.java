package dockdiag.playbooks.packetpath;

import dockdiag.probes.netfilter.Hook.Point;
import dockdiag.probes.route.TableRoute;
import java.util.Optional;
import java.util.function.Supplier;

/// A frame's way through a bridge: the hooks of family bridge, and where br_netfilter is to call
/// them those of IP from within (net/bridge/br_netfilter_hooks.c).
///
/// IP's hooks then see the bridge as the interface, and physdev the ports.
final class Bridging {

  /// Behind chains of br_netfilter's own priority, which are made later than the bridge; before 6.8
  /// it called FORWARD ahead of those.
  private static final int BEHIND = 1;

  private final Run run;

  Bridging(Run run) {
    this.run = run;
  }

  /// Of a frame from one port to another, or to the bridge itself: then it goes up to IP, past IP's
  /// first hook too. A new destination may have it go the other way.
  Fate enter(Supplier<Fate> routed) {
    Packet before = run.packet();
    if (before.ports().equals(Ports.NONE)) {
      run.becomes(before.over(new Ports(before.in(), Ports.SOME, "")));
    }
    Optional<Fate> fate = prerouting();
    if (fate.isPresent()) {
      return fate.get();
    }
    turn(before);
    return run.packet().ports().out().isEmpty() ? up(routed) : across();
  }

  private void turn(Packet before) {
    Ports ports = run.packet().ports();
    if (!before.destination().address().equals(run.packet().destination().address())) {
      run.becomes(run.packet().over(ports.to(leaves() ? "" : Ports.SOME)));
    }
  }

  private Fate up(Supplier<Fate> routed) {
    return frame(Point.INPUT)
        .or(() -> calls(run) ? Optional.empty() : new HookWalk(run, Point.PREROUTING).walk())
        .orElseGet(routed);
  }

  private Fate across() {
    run.becomes(run.packet().out(run.packet().in()));
    return forward().orElseGet(this::sent);
  }

  /// The first hook of family bridge, with IP's in its middle.
  private Optional<Fate> prerouting() {
    return calls(run)
        ? before(Point.PREROUTING, BEHIND)
            .or(() -> new HookWalk(run, Point.PREROUTING).walk())
            .or(() -> behind(Point.PREROUTING, BEHIND))
        : frame(Point.PREROUTING);
  }

  private Optional<Fate> forward() {
    return calls(run)
        ? before(Point.FORWARD, BEHIND)
            .or(() -> new HookWalk(run, Point.FORWARD).walk())
            .or(() -> behind(Point.FORWARD, BEHIND))
            .or(() -> frame(Point.POSTROUTING))
            .or(this::postrouting)
        : frame(Point.FORWARD).or(() -> frame(Point.POSTROUTING));
  }

  /// IP's last hook is not told whence the packet came.
  private Optional<Fate> postrouting() {
    String bridge = run.packet().in();
    run.becomes(run.packet().in("").out(bridge));
    Optional<Fate> fate = new HookWalk(run, Point.POSTROUTING).walk();
    run.becomes(run.packet().in(bridge).out(bridge));
    return fate;
  }

  /// Of a packet that IP sends by the bridge.
  Optional<Fate> down() {
    Packet packet = run.packet();
    run.becomes(packet.over(new Ports(packet.out(), "", Ports.SOME)));
    Optional<Fate> fate = frame(Point.OUTPUT).or(() -> frame(Point.POSTROUTING));
    run.becomes(run.packet().over(packet.ports()));
    return fate;
  }

  private Optional<Fate> frame(Point point) {
    return before(point, Integer.MAX_VALUE);
  }

  private Optional<Fate> before(Point point, int priority) {
    return new HookWalk(run, point).frame(Integer.MIN_VALUE, priority);
  }

  private Optional<Fate> behind(Point point, int priority) {
    return new HookWalk(run, point).frame(priority, Integer.MAX_VALUE);
  }

  /// Whether a new destination lies beyond the bridge.
  private boolean leaves() {
    return run.routes()
        .find(run.packet())
        .filter(route -> route.type() == TableRoute.Type.UNICAST)
        .filter(route -> route.device().equals(run.packet().in()))
        .isEmpty();
  }

  private Fate sent() {
    Packet packet = run.packet();
    String port = packet.ports().out();
    return new Fate.Sent(port.equals(Ports.SOME) ? packet.out() : port, packet);
  }

  /// Whether br_netfilter calls IP's hooks for its packet; absent, it does not.
  static boolean calls(Run run) {
    return calls(run.netns(), run.packet());
  }

  static boolean calls(Netns netns, Packet packet) {
    String tables = packet.isIpv6() ? "ip6tables" : "iptables";
    return netns.settings().of(Netns.SettingName.ofBridges("bridge-nf-call-" + tables)) == 1;
  }
}
