package dockdiag.playbooks.packetpath;

import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IpsetsProbe;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.netfilter.NftTableProbe;
import dockdiag.probes.netfilter.NftTablesProbe;
import dockdiag.probes.netfilter.NftTablesProbe.Known;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The rules of all backends in a network namespace as one, see [Ruleset#merged].
///
/// nft takes four times as long as iptables to print what iptables put there (20,000 rules, 1.3
/// against 0.3 seconds), and is not needed for it: it is asked for the other tables alone, and for
/// those with sets, which iptables makes none of and prints rules without. So a host without nft
/// is seen whole too, if the kernel says that there is nothing else.
public record RulesetOf(Namespace namespace) implements Inference<Ruleset> {

  private static final List<Family> FAMILIES = List.of(Family.IP, Family.IP6);

  /// The tables of iptables (iptables(8)); over nf_tables they are in nft's list too.
  private static final Set<String> IPTABLES = Set.of("raw", "mangle", "nat", "filter", "security");

  @Override
  public Ruleset infer(Facts facts) throws Unobservable {
    Ruleset ruleset = ofAllBackends(facts);
    try {
      return ruleset.asksIpsets()
          ? ruleset.knowing(facts.get(new IpsetsProbe(namespace)))
          : ruleset;
    } catch (Unobservable unknown) {
      return ruleset; // a rule that asks for a set names itself where it decides
    }
  }

  private Ruleset ofAllBackends(Facts facts) throws Unobservable {
    List<Known> tables;
    try {
      tables = facts.get(new NftTablesProbe(namespace));
    } catch (Unobservable untold) {
      Ruleset nft = facts.get(new NftProbe(namespace));
      return Ruleset.merged(
          nft, iptables(family -> nft.tables().stream().anyMatch(isOf(family)), facts));
    }
    return byTables(tables, facts);
  }

  private static Predicate<Table> isOf(Family family) {
    return table -> table.family() == family && IPTABLES.contains(table.name());
  }

  private Ruleset byTables(List<Known> tables, Facts facts) throws Unobservable {
    List<Ruleset> iptables =
        iptables(
            family ->
                tables.stream()
                    .anyMatch(one -> one.family() == family && IPTABLES.contains(one.name())),
            facts);
    List<Table> nft = new ArrayList<>();
    for (Known table : tables) {
      nft.addAll(isWhole(table, iptables) ? List.of(named(table)) : facts.get(nft(table)).tables());
    }
    return Ruleset.merged(new Ruleset(List.copyOf(nft)), iptables);
  }

  private NftTableProbe nft(Known table) {
    return new NftTableProbe(namespace, table.family(), table.name());
  }

  private static boolean isWhole(Known table, List<Ruleset> iptables) {
    return table.sets() == 0
        && iptables.stream()
            .flatMap(ruleset -> ruleset.tables().stream())
            .anyMatch(
                shown ->
                    shown.backend() == Backend.IPTABLES_NFT
                        && shown.family() == table.family()
                        && shown.name().equals(table.name()));
  }

  /// What stands for it among nft's.
  private static Table named(Known table) {
    return new Table(Backend.NFTABLES, table.family(), table.name(), List.of(), Map.of());
  }

  /// Of a family that has none of iptables' tables in nft's list, iptables-nft has nothing to tell
  /// and is not asked.
  private List<Ruleset> iptables(Predicate<Family> has, Facts facts) throws Unobservable {
    List<Probe<Ruleset>> probes =
        Stream.concat(
                FAMILIES.stream().filter(has).map(family -> iptables(family, Backend.IPTABLES_NFT)),
                FAMILIES.stream().map(family -> iptables(family, Backend.IPTABLES_LEGACY)))
            .toList();
    facts.prepare(probes);
    List<Ruleset> iptables = new ArrayList<>();
    for (Probe<Ruleset> probe : probes) {
      iptables.add(facts.get(probe));
    }
    return iptables;
  }

  private Probe<Ruleset> iptables(Family family, Backend backend) {
    return new IptablesProbe(namespace, family, backend);
  }
}
