package dockdiag.playbooks.packetpath;

import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.Hook;
import dockdiag.probes.netfilter.Hook.Point;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The base chains that see packets of one family, at each point in the order of their asking.
///
/// Of equal priority the one that was made last comes first (nf_hook_entries_grow of
/// net/netfilter/core.c).
final class Hooks {

  /// A base chain where it hangs.
  record Base(Table table, Chain chain, Hook hook) {
    boolean isNat() {
      return hook.type() == Hook.Type.NAT;
    }

    boolean isLegacy() {
      return table.backend() == Backend.IPTABLES_LEGACY;
    }

    private boolean matters() {
      return !chain.rules().isEmpty() || chain.policy().orElse("").equals("DROP");
    }
  }

  private static final Comparator<Base> BY_PRIORITY =
      Comparator.<Base>comparingInt(base -> base.hook().priority()).thenComparing(Base::isLegacy);

  private final Map<Point, List<Base>> bases = new EnumMap<>(Point.class);
  private final boolean tracks;
  private final boolean translates;

  Hooks(Ruleset ruleset, Family family) {
    for (Table table : ruleset.tables()) {
      if (table.family() == family || (isInet(family) && table.family() == Family.INET)) {
        table.chains().forEach(chain -> add(table, chain));
      }
    }
    bases.values().forEach(Collections::reverse);
    bases.values().forEach(all -> all.sort(BY_PRIORITY));
    tracks = Conntrack.isOn(ruleset, family);
    translates = bases.values().stream().flatMap(List::stream).anyMatch(Base::isNat);
  }

  private static boolean isInet(Family family) {
    return family == Family.IP || family == Family.IP6;
  }

  private void add(Table table, Chain chain) {
    chain
        .hook()
        .ifPresent(
            hook ->
                bases
                    .computeIfAbsent(hook.point(), absent -> new ArrayList<>())
                    .add(new Base(table, chain, hook)));
  }

  List<Base> at(Point point) {
    return bases.getOrDefault(point, List.of());
  }

  boolean isEmpty() {
    return bases.isEmpty();
  }

  /// Whether connections are tracked.
  boolean tracks() {
    return tracks;
  }

  /// Whether addresses are rewritten: the first chain of nat hangs NAT at all its points
  /// (nf_nat_register_fn of net/netfilter/nf_nat_core.c).
  boolean translates() {
    return translates;
  }

  /// Whether it is open which of two that matter comes first: of tables that different commands
  /// list it is not told which was made last.
  boolean isOpen(Base legacy, List<Base> all) {
    return legacy.isLegacy()
        && legacy.matters()
        && all.stream()
            .anyMatch(
                other ->
                    !other.isLegacy()
                        && other.hook().priority() == legacy.hook().priority()
                        && other.matters());
  }
}
