package dockdiag.playbooks.firewall;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.netfilter.expected.EngineRules;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Target;
import java.util.List;
import java.util.Optional;

/// The engine's rules are nft's own, which have no chain DOCKER-USER: what stands there is never
/// asked.
public final class DockerUserIgnoredByNftables implements Check<Scope> {

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    if (EngineRules.backend(facts) != Backend.NFTABLES) {
      return Optional.empty();
    }
    for (Backend backend : List.of(Backend.IPTABLES_NFT, Backend.IPTABLES_LEGACY)) {
      Probe<Ruleset> probe = new IptablesProbe(Namespace.HOST, Family.IP, backend);
      Ruleset ruleset = facts.get(probe);
      Optional<UserChain> chain = UserChain.in(ruleset).filter(one -> !one.isAsTheEngineMakesIt());
      if (chain.isPresent() && !isJumpedTo(ruleset)) {
        return Optional.of(found(scope, chain.get(), probe));
      }
    }
    return Optional.empty();
  }

  private static boolean isJumpedTo(Ruleset ruleset) {
    return ruleset.tables().stream()
        .flatMap(table -> table.chains().stream())
        .flatMap(chain -> chain.rules().stream())
        .anyMatch(rule -> rule.statements().contains(new Target.Jump("DOCKER-USER")));
  }

  private static Finding found(Scope scope, UserChain chain, Probe<Ruleset> probe) {
    Finding finding = Finding.warning(scope.subject()).word("rules", chain.rules().size());
    for (UserRule rule : chain.rules()) {
      finding = finding.because(probe, rule.place() + ": " + rule.rule().text());
    }
    return finding
        .because(new NftProbe(Namespace.HOST), "table ip docker-bridges; no jump to DOCKER-USER")
        .mend(
            Remedy.byHand(
                "table",
                "nft add table ip my-rules",
                "nft 'add chain ip my-rules forward"
                    + " { type filter hook forward priority -1 ; policy accept ; }'",
                "iptables-save -t filter | grep DOCKER-USER"));
  }
}
