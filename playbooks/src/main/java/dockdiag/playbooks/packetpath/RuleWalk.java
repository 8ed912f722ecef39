package dockdiag.playbooks.packetpath;

import dockdiag.probes.netfilter.Elements.Data;
import dockdiag.probes.netfilter.Elements.Element;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.Match;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;
import dockdiag.probes.netfilter.Statement;
import dockdiag.probes.netfilter.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Asks one rule: its statements in their order, until one does not hold or gives a verdict.
final class RuleWalk {

  private static final Verdict CONTINUE = new Verdict.Continue();

  /// Of a rule of which it is not known whether it was met, and on which nothing hangs.
  private static final String PERHAPS = "perhaps";

  private final Run run;
  private final Table table;
  private final Place place;
  private final Rule rule;
  private boolean granted;

  RuleWalk(Run run, Table table, Chain chain, Rule rule) {
    this.run = run;
    this.table = table;
    this.rule = rule;
    this.place = Place.of(table, chain, rule);
  }

  Verdict ask() {
    List<Statement> statements = rule.statements();
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      if (statement instanceof Match match) {
        if (!goesOn(match, statements.subList(i, statements.size()))) {
          return CONTINUE;
        }
      } else if (statement instanceof Target target) {
        Optional<Verdict> verdict = does(target);
        if (verdict.isPresent()) {
          return verdict.get();
        }
      }
    }
    run.met(place, "continue");
    return CONTINUE;
  }

  /// What is not known is granted once for the whole rule; where nothing hangs on it, it is not
  /// asked at all.
  private boolean goesOn(Match match, List<Statement> rest) {
    Ternary holds = matching().holds(match);
    if (holds != Ternary.UNKNOWN || granted) {
      return holds != Ternary.NO;
    }
    boolean matters =
        rest.stream().anyMatch(s -> s instanceof Target && !(s instanceof Target.Harmless));
    if (!matters) {
      run.met(place, PERHAPS);
      return false;
    }
    granted = run.decisions().take(place, 2) == 0;
    return granted;
  }

  private Matching matching() {
    return new Matching(table, run.fields());
  }

  /// A verdict, or nothing where the rule goes on.
  private Optional<Verdict> does(Target target) {
    return switch (target) {
      case Target.Accept _ -> verdict("accept", new Verdict.Accept());
      case Target.Drop _ -> verdict("drop", new Verdict.End(new Fate.Dropped(place)));
      case Target.Reject(String with) ->
          verdict("drop", new Verdict.End(new Fate.Rejected(place, with)));
      case Target.Return _ -> verdict("return", new Verdict.Return());
      case Target.Continue _ -> verdict("continue", CONTINUE);
      case Target.Jump(String name) -> verdict("jump " + name, new Verdict.Enter(name, true));
      case Target.Goto(String name) -> verdict("goto " + name, new Verdict.Enter(name, false));
      case Target.Lookup lookup -> lookedUp(lookup);
      case Target.Dnat(var to) -> rewritten(to, destination(), new Translation(run)::destination);
      case Target.Redirect(var ports) ->
          translated(new Translation(run).destination(rewriting().redirect(ports)));
      case Target.Snat(var to) -> rewritten(to, source(), new Translation(run)::source);
      case Target.Masquerade(var ports) ->
          translated(new Translation(run).source(rewriting().masquerade(ports)));
      case Target.Unmodelled _ -> unmodelled();
      case Target.Harmless _ -> Optional.empty();
      case Target.SetMark _,
          Target.SetConnectionMark _,
          Target.RestoreMark _,
          Target.SaveMark _,
          Target.Notrack _ -> {
        run.becomes(Marking.apply(target, run.packet()));
        yield Optional.empty();
      }
    };
  }

  private Optional<Verdict> verdict(String effect, Verdict verdict) {
    run.met(place, effect);
    return Optional.of(verdict);
  }

  private Optional<Verdict> lookedUp(Target.Lookup lookup) {
    Matching.Found found = matching().find(lookup.keys(), lookup.elements());
    return found.certainty() == Ternary.UNKNOWN
        ? anyOf(matching().possible(lookup.keys(), lookup.elements()))
        : verdictOf(found.element());
  }

  /// Each verdict that it may be, and none.
  private Optional<Verdict> anyOf(List<Element> elements) {
    if (elements.stream().anyMatch(element -> element.parts().isEmpty())) {
      return unmodelled();
    }
    int taken = run.decisions().take(place, elements.size() + 1);
    return verdictOf(taken < elements.size() ? Optional.of(elements.get(taken)) : Optional.empty());
  }

  private Optional<Verdict> verdictOf(Optional<Element> element) {
    return element.map(Element::data).orElse(new Data.None()) instanceof Data.Verdict(Target target)
        ? does(target)
        : Optional.of(CONTINUE);
  }

  /// What a map does not have ends the rule; what is not of the packet's family does nothing.
  private Optional<Verdict> rewritten(
      Target.Rewrite to, Endpoint end, Predicate<Optional<Endpoint>> translation) {
    Optional<Endpoint> other = rewriting().to(end, to);
    if (other.isEmpty()) {
      return Optional.of(CONTINUE);
    }
    Family own = run.packet().isIpv6() ? Family.IP6 : Family.IP;
    return to.family().filter(family -> family != own).isPresent()
        ? Optional.empty()
        : translated(translation.test(other));
  }

  private Rewriting rewriting() {
    return new Rewriting(run.packet(), run.netns(), matching());
  }

  private Endpoint source() {
    return run.packet().source();
  }

  private Endpoint destination() {
    return run.packet().destination();
  }

  /// Without an address to rewrite to, the kernel drops.
  private Optional<Verdict> translated(boolean done) {
    return done
        ? verdict("accept", new Verdict.Accept())
        : verdict("drop", new Verdict.End(new Fate.Dropped(place)));
  }

  /// It may do anything: let go on, accept, drop, or make another packet of it.
  private Optional<Verdict> unmodelled() {
    return switch (run.decisions().take(place, 4)) {
      case 0 -> verdict("continue", CONTINUE);
      case 1 -> verdict("accept", new Verdict.Accept());
      case 2 ->
          verdict("perhaps", new Verdict.End(new Fate.Undecided(place + ": " + place.text())));
      default -> verdict("drop", new Verdict.End(new Fate.Dropped(place)));
    };
  }
}
