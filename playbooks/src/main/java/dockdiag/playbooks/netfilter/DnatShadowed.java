package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.packetpath.RulesetOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.PublishedPort;
import java.util.Optional;
import java.util.Set;

/// A rule that is not the engine's takes the published port before the engine's own can.
public final class DnatShadowed implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Published published = Published.of(flow, facts);
    for (PublishedPort binding : published.translated(facts)) {
      Optional<Taken> taken = Taken.of(binding, flow, facts);
      if (taken.isPresent() && isShadow(taken.get(), published, binding, facts)) {
        return taken.map(one -> found(flow, binding, one));
      }
    }
    return Optional.empty();
  }

  /// What leaves the destination as it is does harm only where the engine's rule would have
  /// changed it.
  private static boolean isShadow(
      Taken taken, Published published, PublishedPort binding, Facts facts) throws Unobservable {
    if (taken.isOfEngine()) {
      return false;
    }
    if (taken.rewrites()) {
      return taken.dnat().filter(rule -> published.isLedToBy(rule, binding)).isEmpty();
    }
    return facts.infer(new RulesetOf(Namespace.HOST)).dnatRules().stream()
        .anyMatch(
            rule ->
                published.isLedToBy(rule, binding)
                    && rule.isFor(
                        binding.host().protocol(), binding.hostAddress(), binding.hostPort()));
  }

  private static Finding found(Flow flow, PublishedPort binding, Taken taken) {
    return Finding.error(flow.subject())
        .word("binding", binding.hostAddress().with(binding.hostPort()))
        .word("rule", taken.place())
        .because(taken.probe(), taken.seen())
        .because(flow.inspect(), "NetworkSettings.Ports " + binding)
        .mend(
            Remedy.automatic("delete", taken.command().delete(taken.rule()))
                .undoneBy(taken.command().insert(taken.rule()))
                .untilReload());
  }

  @Override
  public Set<String> brings() {
    return Astray.BROUGHT;
  }
}
