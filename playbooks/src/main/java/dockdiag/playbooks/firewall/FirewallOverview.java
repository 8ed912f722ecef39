package dockdiag.playbooks.firewall;

import dockdiag.playbooks.Overview;
import dockdiag.playbooks.netfilter.Owner;
import dockdiag.playbooks.packetpath.RulesetOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Hook;
import dockdiag.probes.netfilter.Hook.Point;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Table;
import dockdiag.probes.netfilter.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Which chains decide on packets that the host forwards or takes itself, in the kernel's order.
public final class FirewallOverview {

  private static final List<Point> POINTS =
      List.of(Point.PREROUTING, Point.INPUT, Point.FORWARD, Point.POSTROUTING);

  /// A base chain and where it hangs.
  private record Base(Table table, Chain chain, Hook hook) {}

  private FirewallOverview() {}

  /// A table of it; none where the rules cannot be seen.
  public static List<Overview> of(Facts facts) {
    try {
      List<Base> bases = bases(facts.infer(new RulesetOf(Namespace.HOST)).tables());
      return List.of(
          new Overview(
              "hooks",
              List.of("hook", "priority", "chain", "policy", "rules", "whose"),
              bases.stream().map(FirewallOverview::row).toList()));
    } catch (Unobservable unseen) {
      return List.of(); // the checks say what could not be seen
    }
  }

  /// Those that do something.
  private static List<Base> bases(List<Table> tables) {
    List<Base> bases = new ArrayList<>();
    for (Table table : tables) {
      for (Chain chain : table.chains()) {
        chain
            .hook()
            .filter(hook -> POINTS.contains(hook.point()))
            .filter(hook -> !chain.rules().isEmpty() || !policy(chain).equals("accept"))
            .ifPresent(hook -> bases.add(new Base(table, chain, hook)));
      }
    }
    bases.sort(
        Comparator.comparing((Base one) -> one.hook().point())
            .thenComparing(one -> one.hook().priority()));
    return bases;
  }

  private static List<String> row(Base base) {
    return List.of(
        base.hook().point().name().toLowerCase(Locale.ROOT),
        Integer.toString(base.hook().priority()),
        base.table().place() + " " + base.chain().name(),
        policy(base.chain()),
        Integer.toString(base.chain().rules().size()),
        String.join(", ", owners(base)));
  }

  private static String policy(Chain chain) {
    return chain.policy().orElse("ACCEPT").toLowerCase(Locale.ROOT);
  }

  /// Whose chains it leads to.
  private static Set<String> owners(Base base) {
    Set<String> owners = new TreeSet<>();
    Owner own = Owner.of(base.table(), base.chain().name());
    if (own != Owner.IPTABLES) {
      owners.add(own.toString());
    }
    base.chain().rules().stream()
        .flatMap(rule -> rule.statements().stream())
        .filter(Target.Jump.class::isInstance)
        .map(jump -> Owner.of(base.table(), ((Target.Jump) jump).chain()).toString())
        .forEach(owners::add);
    if (owners.isEmpty()) {
      owners.add("iptables");
    }
    return owners;
  }
}
