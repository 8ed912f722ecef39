package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.netfilter.expected.EngineRules;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Both forms of iptables hold rules; the kernel asks both, each tool shows its own alone.
public final class MixedIptablesBackends implements Check<Scope> {

  private static final Probe<Ruleset> NFT = probe(Backend.IPTABLES_NFT);
  private static final Probe<Ruleset> LEGACY = probe(Backend.IPTABLES_LEGACY);

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    Ruleset nft = facts.get(NFT);
    Ruleset legacy = facts.get(LEGACY);
    if (told(nft).isEmpty() || told(legacy).isEmpty()) {
      return Optional.empty();
    }
    Backend engine = EngineRules.backend(facts);
    List<Arrival> arrivals = facts.infer(Arrivals.of(scope));
    Optional<Place> stops =
        arrivals.stream()
            .flatMap(arrival -> arrival.stoppedAt().stream())
            .filter(place -> isOfOther(place.table(), engine))
            .findFirst();
    if (scope instanceof Flow && stops.isEmpty()) {
      return Walked.clearOf(arrivals); // of the host it is a warning, of a port that works nothing
    }
    Finding finding =
        stops.isPresent() ? Finding.error(scope.subject()) : Finding.warning(scope.subject());
    if (stops.isPresent()) {
      Place place = stops.get();
      finding = finding.because(probe(place.table().backend()), place + ": " + place.text());
      finding = finding.mend(opening(place));
    }
    finding = finding.because(NFT, told(nft)).because(LEGACY, told(legacy));
    return Optional.of(
        finding.mend(
            Remedy.byHand(
                "unite", "iptables-legacy-save", "iptables-nft-save", "iptables --version")));
  }

  private static boolean isOfOther(Table table, Backend engine) {
    return table.backend() != engine && table.backend() != Backend.NFTABLES;
  }

  private static Remedy opening(Place place) {
    Clearing command = Clearing.of(place);
    return Remedy.automatic("open", command.removing()).undoneBy(command.restoring()).untilReload();
  }

  private static Probe<Ruleset> probe(Backend backend) {
    return new IptablesProbe(Namespace.HOST, Family.IP, backend);
  }

  /// What it holds; empty where that is nothing.
  private static String told(Ruleset ruleset) {
    return ruleset.tables().stream()
        .filter(table -> table.chains().stream().anyMatch(MixedIptablesBackends::decides))
        .map(MixedIptablesBackends::told)
        .collect(Collectors.joining(", "));
  }

  private static boolean decides(Chain chain) {
    return !chain.rules().isEmpty() || chain.policy().equals(Optional.of("DROP"));
  }

  private static String told(Table table) {
    int rules = table.chains().stream().mapToInt(chain -> chain.rules().size()).sum();
    List<String> policies =
        table.chains().stream()
            .filter(chain -> chain.policy().equals(Optional.of("DROP")))
            .map(chain -> ", policy " + chain.name() + " DROP")
            .toList();
    return "%s: %d rules%s".formatted(table.place(), rules, String.join("", policies));
  }

  @Override
  public Set<String> brings() {
    return Set.of(
        "forward-dropped", "input-dropped", "reply-dropped", "egress-dropped", "dns-blocked");
  }
}
