package dockdiag.playbooks.exchange;

import dockdiag.playbooks.PathStep;
import dockdiag.playbooks.exchange.Leg.Where;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.playbooks.packetpath.Step;
import dockdiag.playbooks.packetpath.Way;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Hook;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Statement;
import dockdiag.probes.netfilter.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// The steps of an exchange in their order, as reports tell them.
public final class Steps {

  private final List<PathStep> steps = new ArrayList<>();

  private Steps() {}

  /// Of all legs; of a packet that may take several ways, those of the first that ends as it will.
  public static List<PathStep> of(Exchange exchange) {
    Steps all = new Steps();
    exchange.legs().forEach(all::leg);
    return List.copyOf(all.steps);
  }

  private void leg(Leg leg) {
    add(leg, PathStep.PACKET, "", leg.before().toString());
    Way way =
        leg.trace().ways().stream()
            .filter(one -> one.fate().equals(leg.trace().fate()))
            .findFirst()
            .orElseGet(() -> leg.trace().ways().getFirst());
    String stage = "";
    for (Step step : way.steps()) {
      switch (step) {
        case Step.Kernel(String text) -> add(leg, PathStep.KERNEL, text, "");
        case Step.Met(Place place, String effect) -> {
          stage = hook(place).map(hook -> stage(place, hook)).orElse(stage);
          met(leg, stage, place, effect);
        }
      }
    }
    end(leg);
  }

  private void met(Leg leg, String stage, Place place, String effect) {
    Optional<Rule> rule = rule(place);
    steps.add(
        new PathStep(
            PathStep.Direction.valueOf(leg.direction().name()),
            where(leg),
            stage,
            place.text(),
            place.toString(),
            rule.flatMap(Steps::rewriting).filter(_ -> isPassed(effect)).orElse(effect),
            rule.map(one -> OptionalLong.of(one.packets())).orElseGet(OptionalLong::empty)));
  }

  private void add(Leg leg, String stage, String rule, String verdict) {
    PathStep.Direction direction = PathStep.Direction.valueOf(leg.direction().name());
    steps.add(new PathStep(direction, where(leg), stage, rule, "", verdict, OptionalLong.empty()));
  }

  /// What became of it there, as far as no rule's step has told it.
  private void end(Leg leg) {
    switch (leg.trace().fate()) {
      case Fate.Sent(String device, Packet packet) ->
          add(leg, PathStep.PACKET, "sent by " + device, packet.toString());
      case Fate.Delivered(Packet packet) ->
          add(leg, PathStep.PACKET, "delivered", packet.toString());
      case Fate.Lost(Fate.Reason reason, String detail) ->
          add(leg, PathStep.KERNEL, words(reason) + ": " + detail, "drop");
      case Fate.Undecided(String why) -> add(leg, PathStep.KERNEL, why, "undecided");
      case Fate.Dropped _, Fate.Rejected _ -> {}
    }
  }

  private static String words(Fate.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String where(Leg leg) {
    String in = leg.before().in();
    boolean named = in.isEmpty() || leg.where() instanceof Where.OverBridge;
    return named ? leg.where().toString() : leg.where() + " " + in;
  }

  private static Optional<Hook> hook(Place place) {
    return chain(place).flatMap(Chain::hook);
  }

  private static Optional<Chain> chain(Place place) {
    return place.table().chains().stream()
        .filter(chain -> chain.name().equals(place.chain()))
        .findFirst();
  }

  private static Optional<Rule> rule(Place place) {
    return chain(place)
        .filter(_ -> place.number() > 0)
        .map(chain -> chain.rules().get(place.number() - 1));
  }

  private static String stage(Place place, Hook hook) {
    return place.table().backend() == Backend.NFTABLES
        ? (hook.type() + " " + hook.point() + " ").toLowerCase(Locale.ROOT) + hook.priority()
        : place.table().name() + " " + place.chain();
  }

  private static boolean isPassed(String effect) {
    return effect.equals("accept") || effect.equals("continue");
  }

  /// What the rule makes of a packet, besides letting it pass.
  private static Optional<String> rewriting(Rule rule) {
    return rule.statements().stream().flatMap(one -> named(one).stream()).findFirst();
  }

  private static Optional<String> named(Statement statement) {
    return switch (statement) {
      case Target.Dnat _ -> Optional.of("dnat");
      case Target.Snat _ -> Optional.of("snat");
      case Target.Masquerade _ -> Optional.of("masquerade");
      case Target.Redirect _ -> Optional.of("redirect");
      case Target.SetMark _ -> Optional.of("mark");
      case Target.Notrack _ -> Optional.of("notrack");
      case Statement _ -> Optional.empty();
    };
  }
}
