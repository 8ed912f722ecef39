package dockdiag.playbooks.firewall;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.netfilter.Arrival;
import dockdiag.playbooks.netfilter.Arrivals;
import dockdiag.playbooks.netfilter.Clearing;
import dockdiag.playbooks.netfilter.Owner;
import dockdiag.playbooks.netfilter.Walked;
import dockdiag.playbooks.netfilter.expected.EngineRules;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.playbooks.packetpath.RulesetOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.process.ProcessesProbe;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Chains of Kubernetes or of its network plugins are left, though nothing of it runs any more.
public final class KubeLeftovers implements Check<Scope> {

  /// Who makes such chains, and keeps them right while he runs.
  private static final Set<String> ALIVE =
      Set.of("kubelet", "kube-proxy", "k3s", "k3s-server", "k3s-agent", "k0s", "rke2", "kubelite");

  private static final int MOST = 6;

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    List<String> chains = chains(facts.infer(new RulesetOf(Namespace.HOST)));
    if (chains.isEmpty() || isAlive(facts)) {
      return Optional.empty();
    }
    List<Arrival> arrivals = facts.infer(Arrivals.of(scope));
    Optional<Place> stop =
        arrivals.stream()
            .flatMap(arrival -> arrival.stoppedAt().stream())
            .filter(place -> Owner.of(place.table(), place.chain()) == Owner.KUBERNETES)
            .findFirst();
    if (scope instanceof Flow && stop.isEmpty()) {
      return Walked.clearOf(arrivals); // of the host it is a warning, of a port that works nothing
    }
    return Optional.of(found(scope, chains, stop));
  }

  private static List<String> chains(Ruleset ruleset) {
    return ruleset.tables().stream()
        .flatMap(
            table ->
                table.chains().stream()
                    .filter(chain -> !chain.rules().isEmpty())
                    .filter(chain -> Owner.of(table, chain.name()) == Owner.KUBERNETES)
                    .map(chain -> table.place() + " " + chain.name()))
        .toList();
  }

  private static boolean isAlive(Facts facts) throws Unobservable {
    return facts.get(new ProcessesProbe(Namespace.HOST)).stream()
        .anyMatch(process -> ALIVE.contains(process.name()));
  }

  private static Finding found(Scope scope, List<String> chains, Optional<Place> stop) {
    Finding finding =
        stop.isPresent() ? Finding.error(scope.subject()) : Finding.warning(scope.subject());
    finding =
        finding
            .word("chains", chains.size())
            .because(
                new NftProbe(Namespace.HOST),
                "chains with rules: " + Evidence.list(chains.stream().limit(MOST).toList()))
            .because(new ProcessesProbe(Namespace.HOST), "no kubelet, no k3s, no kube-proxy");
    if (stop.isPresent()) {
      Place place = stop.get();
      Clearing command = Clearing.of(place);
      finding =
          finding
              .because(
                  EngineRules.probe(place.table().backend(), place.table().family()),
                  place + ": " + place.text())
              .mend(
                  Remedy.automatic("delete", command.removing())
                      .undoneBy(command.restoring())
                      .untilReload());
    }
    return finding.mend(
        Remedy.byHand("clean", "iptables-save | grep -E 'KUBE-|CNI-|cali-|FLANNEL'", "reboot"));
  }

  @Override
  public Set<String> brings() {
    return Set.of("forward-dropped", "input-dropped");
  }
}
