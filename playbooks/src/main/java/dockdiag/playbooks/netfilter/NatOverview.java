package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Overview;
import dockdiag.playbooks.netfilter.expected.Comparison;
import dockdiag.playbooks.netfilter.expected.EngineRules;
import dockdiag.playbooks.netfilter.expected.ExpectedRule.Part;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.netfilter.DnatRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The engine's rules and where each published port leads.
public final class NatOverview {

  private static final String NONE = "-";

  private NatOverview() {}

  /// Tables of it; none of what cannot be seen.
  public static List<Overview> of(HostRules rules, Facts facts) {
    List<Overview> tables = new ArrayList<>();
    try {
      tables.add(counted(facts.infer(new EngineRules())));
      tables.add(ports(rules, facts));
    } catch (Unobservable unseen) {
      return tables; // the checks say what could not be seen
    }
    return tables;
  }

  private static Overview counted(Comparison rules) {
    List<List<String>> rows = new ArrayList<>();
    for (Part part : Part.values()) {
      long there = rules.present().stream().filter(rule -> rule.part() == part).count();
      long gone = rules.missing(part).size();
      rows.add(
          List.of(
              rules.backend().name().toLowerCase(Locale.ROOT).replace('_', '-'),
              part.name().toLowerCase(Locale.ROOT),
              Long.toString(there + gone),
              Long.toString(there)));
    }
    return new Overview("engine-rules", List.of("keeper", "part", "expected", "there"), rows);
  }

  private static Overview ports(HostRules scope, Facts facts) throws Unobservable {
    List<List<String>> rows = new ArrayList<>();
    for (Flow flow : Concerned.ports(scope, facts)) {
      Published published = Published.of(flow, facts);
      for (PublishedPort binding : Concerned.bindings(flow, facts)) {
        rows.add(row(flow, binding, rule(published, binding, facts)));
      }
    }
    return new Overview(
        "published", List.of("container", "published", "leadsTo", "rule", "packets"), rows);
  }

  private static Optional<DnatRule> rule(Published published, PublishedPort binding, Facts facts)
      throws Unobservable {
    return published.translated(facts).contains(binding)
        ? new NatRules(published, binding, facts).first().map(NatRules.Hit::rule)
        : Optional.empty();
  }

  /// Where no rule leads anywhere docker-proxy may serve the port.
  private static List<String> row(Flow flow, PublishedPort binding, Optional<DnatRule> rule) {
    return List.of(
        flow.container(),
        binding.hostAddress().with(binding.hostPort()) + "/" + binding.container().protocol(),
        rule.flatMap(DnatRule::toAddress)
            .map(to -> to.with(port(rule.get(), binding)))
            .orElse(NONE),
        rule.map(DnatRule::place).orElse(NONE),
        rule.map(one -> Long.toString(one.rule().packets())).orElse(NONE));
  }

  private static int port(DnatRule rule, PublishedPort binding) {
    return rule.toPorts().map(ports -> ports.first()).orElse(binding.hostPort());
  }
}
