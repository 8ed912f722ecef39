package dockdiag.playbooks.packetpath;

import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.netfilter.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The rules of all backends in a network namespace as one, see [Ruleset#merged].
public record RulesetOf(Namespace namespace) implements Inference<Ruleset> {

  /// The tables of iptables (iptables(8)); over nf_tables they are in nft's list too.
  private static final Set<String> IPTABLES = Set.of("raw", "mangle", "nat", "filter", "security");

  /// Of a family that has none of iptables' tables in nft's list, iptables-nft has nothing to tell
  /// and is not asked.
  @Override
  public Ruleset infer(Facts facts) throws Unobservable {
    Ruleset nft = facts.get(new NftProbe(namespace));
    List<Ruleset> iptables = new ArrayList<>();
    for (Family family : List.of(Family.IP, Family.IP6)) {
      if (nft.tables().stream()
          .anyMatch(table -> table.family() == family && IPTABLES.contains(table.name()))) {
        iptables.add(facts.get(new IptablesProbe(namespace, family, Backend.IPTABLES_NFT)));
      }
    }
    for (Family family : List.of(Family.IP, Family.IP6)) {
      iptables.add(facts.get(new IptablesProbe(namespace, family, Backend.IPTABLES_LEGACY)));
    }
    return Ruleset.merged(nft, iptables);
  }
}
