package dockdiag.playbooks.packetpath;

import dockdiag.playbooks.packetpath.Hooks.Base;
import dockdiag.playbooks.packetpath.Tracking.State;
import dockdiag.probes.netfilter.Hook;
import dockdiag.probes.netfilter.Hook.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Walks all base chains of all tables at one point of the way, the kernel's own work between them.
///
/// NAT's chains run at NAT's own priority whatever theirs is, and order themselves by that
/// (nf_nat_register_fn of net/netfilter/nf_nat_core.c).
final class HookWalk {

  private static final int CONNTRACK = -200;
  private static final int NAT_DESTINATION = -100;
  private static final int NAT_SOURCE = 100;

  private final Run run;
  private final Point point;

  HookWalk(Run run, Point point) {
    this.run = run;
    this.point = point;
  }

  /// The packet's end, if that is here.
  Optional<Fate> walk() {
    List<Base> all = ordered();
    int nat = changesDestination() ? NAT_DESTINATION : NAT_SOURCE;
    boolean tracks = changesDestination();
    List<Base> filters = all.stream().filter(base -> !base.isNat()).toList();
    int done = Integer.MIN_VALUE;
    for (int border : tracks ? List.of(CONNTRACK, nat, Integer.MAX_VALUE) : natOnly(nat)) {
      Optional<Fate> fate = filters(filters, done, border);
      if (fate.isEmpty() && border == CONNTRACK && tracks) {
        new Translation(run).track();
      } else if (fate.isEmpty() && border == nat && runsNat()) {
        fate = nat(all.stream().filter(Base::isNat).toList());
      }
      if (fate.isPresent()) {
        return fate;
      }
      done = border;
    }
    return Optional.empty();
  }

  /// Of a frame, the chains of family bridge within a range of priorities: ports are its
  /// interfaces.
  Optional<Fate> frame(int from, int to) {
    Hooks hooks = run.netns().index().hooksOfBridges();
    Packet packet = run.packet();
    run.becomes(framed(packet));
    Optional<Fate> fate = filters(hooks.at(point), from, Math.min(to, CONNTRACK));
    if (fate.isEmpty() && hooks.tracks() && point == Point.PREROUTING && from < CONNTRACK) {
      new Translation(run).track();
    }
    fate = fate.or(() -> filters(hooks.at(point), Math.max(from, CONNTRACK), to));
    run.becomes(run.packet().in(packet.in()).out(packet.out()));
    return fate;
  }

  private Packet framed(Packet packet) {
    return switch (point) {
      case PREROUTING, INPUT, INGRESS -> packet.in(packet.ports().in());
      case FORWARD -> packet.in(packet.ports().in()).out(packet.ports().out());
      case OUTPUT, POSTROUTING, EGRESS -> packet.in("").out(packet.ports().out());
    };
  }

  private static List<Integer> natOnly(int nat) {
    return List.of(nat, Integer.MAX_VALUE);
  }

  private boolean runsNat() {
    return point != Point.FORWARD
        && run.hooks().translates()
        && run.packet().tracking().isTracked();
  }

  private Optional<Fate> filters(List<Base> bases, int from, int to) {
    for (Base base : bases) {
      int priority = base.hook().priority();
      if (priority >= from && priority < to) {
        Packet before = run.packet();
        Optional<Fate> fate = chain(base).or(() -> routedAgain(base, before));
        if (fate.isPresent()) {
          return fate;
        }
      }
    }
    return Optional.empty();
  }

  /// A chain of type route has a packet that is made here routed anew (ipt_mangle_out of
  /// net/ipv4/netfilter/iptable_mangle.c, nft_chain_route.c).
  private Optional<Fate> routedAgain(Base base, Packet before) {
    boolean changed =
        before.mark() != run.packet().mark()
            || !before.source().address().equals(run.packet().source().address())
            || !before.destination().address().equals(run.packet().destination().address());
    return base.hook().type() == Hook.Type.ROUTE && point == Point.OUTPUT && changed
        ? new OutputRoute(run).again()
        : Optional.empty();
  }

  /// A connection's first packet settles its rewriting; all others follow it.
  private Optional<Fate> nat(List<Base> bases) {
    if (run.packet().tracking().state() == State.NEW) {
      for (Base base : bases) {
        if (isSettled()) {
          break;
        }
        Optional<Fate> fate = chain(base);
        if (fate.isPresent()) {
          return fate;
        }
      }
      if (!isSettled()) {
        new Translation(run).settle(changesDestination());
      }
    }
    return follow();
  }

  private boolean isSettled() {
    Tracking tracking = run.packet().tracking();
    return changesDestination() ? tracking.destinationSet() : tracking.sourceSet();
  }

  /// A destination that NAT changed is routed anew at once (nf_nat_ipv4_local_fn of
  /// net/netfilter/nf_nat_proto.c).
  private Optional<Fate> follow() {
    Tracking tracking = run.packet().tracking();
    run.becomes(tracking.rewritten(run.packet(), changesDestination()));
    return point == Point.OUTPUT && tracking.redirects()
        ? new OutputRoute(run).again()
        : Optional.empty();
  }

  private boolean changesDestination() {
    return point == Point.PREROUTING || point == Point.OUTPUT;
  }

  private Optional<Fate> chain(Base base) {
    return new ChainWalk(run, base.table(), base.chain()).walk() instanceof Verdict.End(Fate fate)
        ? Optional.of(fate)
        : Optional.empty();
  }

  /// Where it is open whether the legacy table comes first, both orders are possible.
  private List<Base> ordered() {
    List<Base> all = run.hooks().at(point);
    if (all.stream().noneMatch(base -> run.hooks().isOpen(base, all))) {
      return all;
    }
    List<Base> ordered = new ArrayList<>(all);
    ordered.sort(
        Comparator.<Base>comparingInt(base -> base.hook().priority())
            .thenComparingInt(base -> rank(base, all)));
    return ordered;
  }

  private int rank(Base base, List<Base> all) {
    if (run.hooks().isOpen(base, all)
        && run.legacyFirst(Place.policy(base.table(), base.chain()))) {
      return -1;
    }
    return base.isLegacy() ? 1 : 0;
  }
}
