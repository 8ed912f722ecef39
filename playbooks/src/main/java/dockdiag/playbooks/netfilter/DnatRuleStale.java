package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.DnatRule;
import java.util.Optional;

/// The first rule that takes the published port leads to where the container is not.
public final class DnatRuleStale implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Published published = Published.of(flow, facts);
    for (PublishedPort binding : published.translated(facts)) {
      Optional<NatRules.Hit> first = new NatRules(published, binding, facts).first();
      if (first.isPresent() && !published.isLedToBy(first.get().rule(), binding)) {
        return first.map(hit -> found(flow, published, binding, hit));
      }
    }
    return Optional.empty();
  }

  private static Finding found(
      Flow flow, Published published, PublishedPort binding, NatRules.Hit hit) {
    DnatRule rule = hit.rule();
    Finding finding =
        Finding.error(flow.subject())
            .word("binding", binding.hostAddress().with(binding.hostPort()))
            .word("rule", rule.place())
            .word("target", target(rule, binding))
            .because(
                hit.probe(),
                "%s: %s (%d packets)"
                    .formatted(rule.place(), rule.rule().text(), rule.rule().packets()))
            .because(flow.inspect(), "addresses " + addresses(published));
    return rule.backend() == Backend.NFTABLES
        ? finding.mend(Remedy.byHand("list", "nft -a list ruleset"))
        : finding.mend(
            Remedy.automatic("delete", DnatCommand.delete(rule))
                .undoneBy(DnatCommand.insert(rule)));
  }

  private static String addresses(Published published) {
    return Evidence.list(published.container().addresses());
  }

  private static String target(DnatRule rule, PublishedPort binding) {
    int port = rule.toPorts().map(ports -> ports.first()).orElse(binding.hostPort());
    return rule.toAddress().map(to -> to.with(port)).orElse("another port, " + port);
  }
}
