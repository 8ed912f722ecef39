package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.exchange.Attempt;
import dockdiag.playbooks.exchange.Leg;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.playbooks.packetpath.Step;
import dockdiag.playbooks.packetpath.Way;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.DnatRule;
import dockdiag.probes.netfilter.Hook;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;
import dockdiag.probes.netfilter.Target;
import java.util.List;
import java.util.Optional;

/// The rule that settles where what comes for a published port goes: the first of NAT's rules
/// on the way that accepts or rewrites it; else the one that returned before the engine's
/// rules.
record Taken(Place place, Rule rule) {

  private static final String ENGINE_CHAIN = "DOCKER";

  /// The engine's own table where it speaks to nft itself, since engine 29.
  private static final String ENGINE_TABLE = "docker-bridges";

  /// Empty where no rule does, and where the packet does not come as far as that.
  ///
  /// @throws Unobservable where it cannot be told which one does
  static Optional<Taken> of(PublishedPort binding, Flow flow, Facts facts) throws Unobservable {
    List<Attempt> attempts = Attempt.at(binding, flow.client(), facts);
    if (attempts.isEmpty()) {
      return Optional.empty();
    }
    List<Leg> legs = facts.infer(attempts.getFirst().question()).legs();
    List<Optional<Taken>> taken =
        legs.stream()
            .limit(1)
            .flatMap(leg -> leg.trace().ways().stream())
            .map(Taken::of)
            .distinct()
            .toList();
    if (taken.size() != 1) {
      throw Unobservable.notUnderstood("NAT rules", binding.toString());
    }
    return taken.getFirst();
  }

  private static Optional<Taken> of(Way way) {
    Optional<Hook> hook = Optional.empty();
    Optional<Taken> passedOver = Optional.empty();
    for (Step step : way.steps()) {
      if (step instanceof Step.Met(Place place, String effect)) {
        Optional<Hook> base = chain(place).flatMap(Chain::hook);
        hook = base.isPresent() ? base : hook;
        if (place.number() > 0 && hook.filter(Taken::isOfDestinations).isPresent()) {
          if (effect.equals("accept")) {
            return Optional.of(at(place));
          }
          boolean leaves = base.isPresent() || place.chain().equals(ENGINE_CHAIN);
          passedOver = effect.equals("return") && leaves ? Optional.of(at(place)) : passedOver;
        }
      }
    }
    return passedOver;
  }

  private static Taken at(Place place) {
    return new Taken(place, chain(place).orElseThrow().rules().get(place.number() - 1));
  }

  private static boolean isOfDestinations(Hook hook) {
    return hook.type() == Hook.Type.NAT
        && (hook.point() == Hook.Point.PREROUTING || hook.point() == Hook.Point.OUTPUT);
  }

  private static Optional<Chain> chain(Place place) {
    return place.table().chains().stream()
        .filter(chain -> chain.name().equals(place.chain()))
        .findFirst();
  }

  /// Whether it is a DNAT rule where the engine writes its own.
  boolean isOfEngine() {
    boolean own = place.chain().equals(ENGINE_CHAIN) || place.table().name().equals(ENGINE_TABLE);
    return own && dnat().isPresent();
  }

  /// Whether it sends packets elsewhere.
  boolean rewrites() {
    return rule.statements().stream()
        .anyMatch(one -> one instanceof Target.Dnat || one instanceof Target.Redirect);
  }

  /// The rule as one that sends packets on; empty of any other.
  Optional<DnatRule> dnat() {
    return DnatRule.of(place.table(), place.chain(), rule);
  }

  Probe<Ruleset> probe() {
    Table table = place.table();
    return table.backend() == Backend.NFTABLES
        ? new NftProbe(Namespace.HOST)
        : new IptablesProbe(Namespace.HOST, table.family(), table.backend());
  }

  RuleCommand command() {
    return new RuleCommand(place.table(), place.chain(), Namespace.HOST);
  }

  /// As evidence shows it.
  String seen() {
    return "%s: %s (%d packets)".formatted(place, rule.text(), rule.packets());
  }
}
