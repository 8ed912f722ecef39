package dockdiag.playbooks.packetpath;

import dockdiag.playbooks.packetpath.Tracking.State;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.Hook;
import dockdiag.probes.netfilter.Hook.Point;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Walks all base chains of all tables at one point of the way, the kernel's own work between them.
///
/// Of equal priority the one that was made last comes first (nf_hook_entries_grow of
/// net/netfilter/core.c). NAT's chains run at NAT's own priority whatever theirs is, and order
/// themselves by that (nf_nat_register_fn of net/netfilter/nf_nat_core.c).
final class HookWalk {

  private static final int CONNTRACK = -200;
  private static final int NAT_DESTINATION = -100;
  private static final int NAT_SOURCE = 100;

  private record Base(Table table, Chain chain, Hook hook) {}

  private final Run run;
  private final Point point;

  HookWalk(Run run, Point point) {
    this.run = run;
    this.point = point;
  }

  /// The packet's end, if that is here.
  Optional<Fate> walk() {
    List<Base> all = bases();
    int nat = changesDestination() ? NAT_DESTINATION : NAT_SOURCE;
    boolean tracks = point == Point.PREROUTING || point == Point.OUTPUT;
    List<Base> filters = all.stream().filter(base -> !isNat(base)).toList();
    int done = Integer.MIN_VALUE;
    for (int border : tracks ? List.of(CONNTRACK, nat, Integer.MAX_VALUE) : natOnly(nat)) {
      Optional<Fate> fate = filters(filters, done, border);
      if (fate.isEmpty() && border == CONNTRACK && tracks) {
        new Translation(run).track();
      } else if (fate.isEmpty() && border == nat && runsNat()) {
        fate = nat(all.stream().filter(HookWalk::isNat).toList());
      }
      if (fate.isPresent()) {
        return fate;
      }
      done = border;
    }
    return Optional.empty();
  }

  private static List<Integer> natOnly(int nat) {
    return List.of(nat, Integer.MAX_VALUE);
  }

  private boolean runsNat() {
    return point != Point.FORWARD && run.packet().tracking().isTracked();
  }

  private Optional<Fate> filters(List<Base> bases, int from, int to) {
    for (Base base : bases) {
      int priority = base.hook().priority();
      if (priority >= from && priority < to) {
        Optional<Fate> fate = chain(base);
        if (fate.isPresent()) {
          return fate;
        }
      }
    }
    return Optional.empty();
  }

  /// A connection's first packet settles its rewriting; all others follow.
  private Optional<Fate> nat(List<Base> bases) {
    Tracking tracking = run.packet().tracking();
    if (tracking.state() == State.NEW) {
      for (Base base : bases) {
        if (isSettled()) {
          break;
        }
        Optional<Fate> fate = chain(base);
        if (fate.isPresent()) {
          return fate;
        }
      }
      if (!bases.isEmpty() && !isSettled()) {
        settle();
      }
    } else if (tracking.reply()) {
      answer(tracking);
    }
    return Optional.empty();
  }

  private boolean isSettled() {
    Tracking tracking = run.packet().tracking();
    return changesDestination() ? tracking.destinationSet() : tracking.sourceSet();
  }

  private void settle() {
    Translation translation = new Translation(run);
    if (changesDestination()) {
      translation.destination(Optional.of(run.packet().destination()));
    } else {
      translation.source(Optional.of(run.packet().source()));
    }
  }

  private void answer(Tracking tracking) {
    Packet packet = run.packet();
    run.becomes(
        changesDestination()
            ? packet.to(tracking.original().source())
            : packet.from(tracking.original().destination()));
  }

  private boolean changesDestination() {
    return point == Point.PREROUTING || point == Point.OUTPUT;
  }

  private Optional<Fate> chain(Base base) {
    return new ChainWalk(run, base.table(), base.chain()).walk() instanceof Verdict.End(Fate fate)
        ? Optional.of(fate)
        : Optional.empty();
  }

  private static boolean isNat(Base base) {
    return base.hook().type() == Hook.Type.NAT;
  }

  private List<Base> bases() {
    List<Base> bases = new ArrayList<>();
    for (Table table : run.netns().ruleset().tables()) {
      if (sees(table.family())) {
        for (Chain chain : table.chains()) {
          chain
              .hook()
              .filter(hook -> hook.point() == point)
              .ifPresent(hook -> bases.add(new Base(table, chain, hook)));
        }
      }
    }
    Collections.reverse(bases);
    bases.sort(
        Comparator.<Base>comparingInt(base -> base.hook().priority())
            .thenComparingInt(base -> rank(base, bases)));
    return bases;
  }

  /// Which of two was made last is not told of tables that different commands list: both orders
  /// are possible.
  private int rank(Base base, List<Base> all) {
    boolean open =
        isLegacy(base)
            && all.stream().anyMatch(other -> !isLegacy(other) && isAtSamePlace(base, other));
    if (open && run.legacyFirst(Place.policy(base.table(), base.chain()))) {
      return -1;
    }
    return isLegacy(base) ? 1 : 0;
  }

  private static boolean isAtSamePlace(Base base, Base other) {
    return base.hook().priority() == other.hook().priority()
        && matters(base.chain())
        && matters(other.chain());
  }

  private static boolean matters(Chain chain) {
    return !chain.rules().isEmpty() || chain.policy().orElse("").equals("DROP");
  }

  private static boolean isLegacy(Base base) {
    return base.table().backend() == Backend.IPTABLES_LEGACY;
  }

  private boolean sees(Family family) {
    return switch (family) {
      case IP -> !run.packet().isIpv6();
      case IP6 -> run.packet().isIpv6();
      case INET -> true;
      case BRIDGE, ARP, NETDEV -> false;
    };
  }
}
