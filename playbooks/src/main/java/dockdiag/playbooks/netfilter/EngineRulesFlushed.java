package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.netfilter.expected.Comparison;
import dockdiag.playbooks.netfilter.expected.EngineRules;
import dockdiag.playbooks.netfilter.expected.ExpectedRule;
import dockdiag.playbooks.netfilter.expected.ExpectedRule.Part;
import dockdiag.probes.Facts;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.daemon.DaemonSettingsProbe;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.Ruleset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Rules that the engine makes when it starts are gone, while it runs.
public final class EngineRulesFlushed implements Check<Scope> {

  private static final int MOST = 6;

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    if (facts.get(new DaemonSettingsProbe()).iptables().seen().equals(Optional.of(false))) {
      return Optional.empty();
    }
    Comparison rules = facts.infer(new EngineRules());
    Probe<Ruleset> probe = EngineRules.probe(rules.backend(), Family.IP);
    Ruleset ruleset = facts.get(probe);
    List<ExpectedRule> gone =
        rules.missing(Part.FRAME).stream()
            .filter(rule -> !isForUsers(rule) || hasChain(ruleset, "DOCKER-USER"))
            .toList();
    if (gone.isEmpty()) {
      return Optional.empty();
    }
    boolean fails = isBroken(scope, rules, ruleset, facts);
    Finding finding = fails ? Finding.error(scope.subject()) : Finding.warning(scope.subject());
    finding =
        finding
            .word("missing", rules.missing().size())
            .word("expected", rules.expected())
            .word("command", rules.backend().command())
            .because(
                probe,
                "%d of %d rules of the engine are gone"
                    .formatted(rules.missing().size(), rules.expected()));
    for (ExpectedRule rule : gone.stream().limit(MOST).toList()) {
      finding = finding.because(probe, "gone: " + rule);
    }
    return Optional.of(finding.mend(Remedy.byHand("restart", "systemctl restart docker")));
  }

  private static boolean isForUsers(ExpectedRule rule) {
    return rule.toString().endsWith("-j DOCKER-USER");
  }

  private static boolean hasChain(Ruleset ruleset, String name) {
    return ruleset.tables().stream()
        .flatMap(table -> table.chains().stream())
        .anyMatch(chain -> chain.name().equals(name));
  }

  /// Whether that breaks what is asked about; docker-proxy may stand in for DNAT.
  private static boolean isBroken(Scope scope, Comparison rules, Ruleset ruleset, Facts facts)
      throws Unobservable {
    boolean forwards = rules.missing().stream().noneMatch(EngineRulesFlushed::isOfForward);
    if (!forwards && ruleset.tables().stream().anyMatch(EngineRulesFlushed::dropsForwarded)) {
      return true;
    }
    if (!(scope instanceof Flow)) {
      return rules.missing(Part.NETWORK).stream().anyMatch(EngineRulesFlushed::isMasquerade);
    }
    for (Flow flow : Concerned.ports(scope, facts)) {
      Published published = Published.of(flow, facts);
      for (PublishedPort binding : published.translated(facts)) {
        if (new NatRules(published, binding, facts).first().isEmpty()
            && Published.isDeafWithoutRule(binding, facts)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOfForward(ExpectedRule rule) {
    return rule.part() == Part.FRAME && rule.toString().contains(" FORWARD ") && !isForUsers(rule);
  }

  private static boolean dropsForwarded(Ruleset.Table table) {
    return table.name().equals("filter")
        && table.chains().stream()
            .anyMatch(
                chain ->
                    chain.name().equals("FORWARD") && chain.policy().equals(Optional.of("DROP")));
  }

  private static boolean isMasquerade(ExpectedRule rule) {
    return rule.toString().endsWith("MASQUERADE") || rule.toString().endsWith("masquerade");
  }

  @Override
  public Set<String> brings() {
    return Set.of(
        "dnat-rule-missing",
        "forward-rules-missing",
        "forward-dropped",
        "reply-dropped",
        "masquerade-missing",
        "egress-dropped",
        "dns-blocked");
  }
}
