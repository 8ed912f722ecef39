package dockdiag.playbooks.change;

import dockdiag.probes.Probe;
import dockdiag.probes.Supposition;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.netfilter.NftTableProbe;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.ArrayList;
import java.util.List;

/// A chain of a host's rules becomes another.
record RuleChange(
    Target target, Backend backend, Family family, String table, String chain, Edit edit)
    implements Supposition {

  @Override
  @SuppressWarnings("unchecked") // rules for rules
  public <F> F of(Probe<F> probe, F fact) throws Unobservable {
    return isSeenBy(probe) && fact instanceof Ruleset rules ? (F) edited(rules) : fact;
  }

  private boolean isSeenBy(Probe<?> probe) {
    return switch (probe) {
      case IptablesProbe(var namespace, Family seen, Backend by) ->
          target.is(namespace) && seen == family && by == backend;
      case NftProbe(var namespace) -> target.is(namespace) && backend == Backend.NFTABLES;
      case NftTableProbe(var namespace, Family seen, String name) ->
          target.is(namespace)
              && backend == Backend.NFTABLES
              && seen == family
              && name.equals(table);
      default -> false;
    };
  }

  private Ruleset edited(Ruleset rules) throws Unobservable {
    List<Table> tables = new ArrayList<>();
    boolean done = false;
    for (Table one : rules.tables()) {
      boolean meant =
          one.backend() == backend && one.family() == family && one.name().equals(table);
      tables.add(meant ? edited(one) : one);
      done |= meant;
    }
    if (!done) {
      throw Unobservable.notUnderstood(backend.command(), "no table " + table);
    }
    return new Ruleset(List.copyOf(tables));
  }

  private Table edited(Table whole) throws Unobservable {
    List<Chain> chains = new ArrayList<>();
    boolean done = false;
    for (Chain one : whole.chains()) {
      boolean meant = one.name().equals(chain);
      chains.add(meant ? edit.of(one) : one);
      done |= meant;
    }
    if (!done) {
      throw Unobservable.notUnderstood(backend.command(), "no chain " + chain);
    }
    return new Table(
        whole.backend(), whole.family(), whole.name(), List.copyOf(chains), whole.sets());
  }
}
