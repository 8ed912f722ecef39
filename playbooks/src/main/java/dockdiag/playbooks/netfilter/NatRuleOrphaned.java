package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.netfilter.expected.EngineRules;
import dockdiag.probes.Facts;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container.Status;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Address;
import dockdiag.probes.netfilter.DnatRule;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A DNAT rule in the engine's own chain serves a port that no running container publishes.
///
/// One that stands in the way of a port that a container does publish is not meant here.
public final class NatRuleOrphaned implements Check<HostRules> {

  private static final Set<String> ENGINE_CHAINS = Set.of("DOCKER", "nat-prerouting-and-output");
  private static final int MOST = 6;

  @Override
  public Optional<Finding> examine(HostRules scope, Facts facts) throws Unobservable {
    Probe<Ruleset> probe = EngineRules.probe(EngineRules.backend(facts), Family.IP);
    Ruleset ruleset = facts.get(probe);
    List<ContainerSummary> alive =
        facts.get(new ContainersProbe()).stream()
            .filter(one -> one.status() == Status.RUNNING || one.status() == Status.PAUSED)
            .toList();
    List<DnatRule> orphans =
        ruleset.dnatRules().stream()
            .filter(rule -> ENGINE_CHAINS.contains(rule.chain()))
            .filter(rule -> alive.stream().noneMatch(one -> isOf(rule, one)))
            .sorted(Comparator.comparing((DnatRule rule) -> -rule.rule().number()))
            .toList();
    return orphans.isEmpty()
        ? Optional.empty()
        : Optional.of(found(scope, probe, ruleset, orphans));
  }

  private static boolean isOf(DnatRule rule, ContainerSummary container) {
    return container.published().stream().anyMatch(binding -> takes(rule, binding));
  }

  private static boolean takes(DnatRule rule, PublishedPort binding) {
    return rule.protocol().map(binding.container().protocol()::equals).orElse(true)
        && rule.ports().map(ports -> ports.contains(binding.hostPort())).orElse(true);
  }

  private static Finding found(
      HostRules scope, Probe<Ruleset> probe, Ruleset ruleset, List<DnatRule> orphans) {
    DnatRule first = orphans.getLast();
    Finding finding =
        Finding.warning(scope.subject())
            .word("rules", orphans.size())
            .word("rule", first.place())
            .word("target", first.toAddress().map(Address::toString).orElse("nowhere"));
    for (DnatRule rule : orphans.reversed().stream().limit(MOST).toList()) {
      finding =
          finding.because(
              probe,
              "%s: %s (%d packets)"
                  .formatted(rule.place(), rule.rule().text(), rule.rule().packets()));
    }
    return finding
        .because(new ContainersProbe(), "no running container publishes that port")
        .mend(remedy(ruleset, orphans));
  }

  /// From the last to the first, so that each keeps its number until its turn.
  private static Remedy remedy(Ruleset ruleset, List<DnatRule> orphans) {
    List<Clearing> commands =
        orphans.stream()
            .map(rule -> new Clearing(table(ruleset, rule), rule.chain(), rule.rule().number()))
            .toList();
    return Remedy.automatic(
            "delete", commands.stream().map(Clearing::removing).toArray(String[]::new))
        .undoneBy(commands.reversed().stream().map(Clearing::restoring).toArray(String[]::new));
  }

  private static Table table(Ruleset ruleset, DnatRule rule) {
    return ruleset.tables().stream()
        .filter(one -> one.family() == rule.family() && one.name().equals(rule.table()))
        .findFirst()
        .orElseThrow();
  }
}
