package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.netfilter.DnatRule;
import java.util.Optional;
import java.util.Set;

/// The engine's first rule that takes the published port leads to where the container is not.
public final class DnatRuleStale implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Published published = Published.of(flow, facts);
    for (PublishedPort binding : published.translated(facts)) {
      Optional<Taken> taken = Taken.of(binding, flow, facts).filter(Taken::isOfEngine);
      Optional<DnatRule> dnat = taken.flatMap(Taken::dnat);
      if (dnat.isPresent() && !published.isLedToBy(dnat.get(), binding)) {
        return taken.map(one -> found(flow, published, binding, one));
      }
    }
    return Optional.empty();
  }

  private static Finding found(Flow flow, Published published, PublishedPort binding, Taken taken) {
    return Finding.error(flow.subject())
        .word("binding", binding.hostAddress().with(binding.hostPort()))
        .word("rule", taken.place())
        .word("target", target(taken.dnat().orElseThrow(), binding))
        .because(taken.probe(), taken.seen())
        .because(flow.inspect(), "addresses " + addresses(published))
        .mend(
            Remedy.automatic("delete", taken.command().delete(taken.rule()))
                .undoneBy(taken.command().insert(taken.rule())));
  }

  private static String addresses(Published published) {
    return Evidence.list(published.container().addresses());
  }

  private static String target(DnatRule rule, PublishedPort binding) {
    int port = rule.toPorts().map(ports -> ports.first()).orElse(binding.hostPort());
    return rule.toAddress().map(to -> to.with(port)).orElse("another port, " + port);
  }

  @Override
  public Set<String> brings() {
    return Astray.BROUGHT;
  }
}
