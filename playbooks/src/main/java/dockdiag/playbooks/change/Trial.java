package dockdiag.playbooks.change;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Remedy.Effects;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.exchange.Attempt;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// Tries the remedies of a finding on the facts: looks for its fault again, and at what else
/// they do.
///
/// What takes a rule away and lets others through with it is for a person to decide.
///
/// @param facts of the host as it is
public record Trial<S extends Scope>(S scope, Check<? super S> check, Facts facts) {

  /// The finding with all that is then known of its remedies.
  public Finding of(Finding finding) {
    return finding.mendedBy(finding.remedies().stream().map(this::of).toList());
  }

  private Remedy of(Remedy remedy) {
    Optional<Facts> supposed = Commands.supposed(remedy.commands()).map(facts::supposing);
    if (supposed.isEmpty()) {
      return remedy;
    }
    Effects effects = Impact.of(scope, facts, supposed.get());
    Remedy tried = remedy.with(effects);
    boolean harms = Commands.takeAway(remedy.commands()) && !effects.opens().isEmpty();
    tried = harms ? tried.byHand() : tried;
    return isGone(supposed.get()) && helps(supposed.get()) ? tried.proven() : tried;
  }

  /// Whether each request that it changes anything for is answered then.
  private boolean helps(Facts supposed) {
    if (!(scope instanceof Flow flow) || flow.port().isEmpty()) {
      return true;
    }
    try {
      for (Attempt attempt : Attempt.at(flow, facts)) {
        End before = facts.infer(attempt.question()).end();
        End after = supposed.infer(attempt.question()).end();
        if (!(after instanceof End.Answered) && !told(before).equals(told(after))) {
          return false;
        }
      }
      return true;
    } catch (Unobservable unknown) {
      return false;
    }
  }

  /// Rules are told by their text: their numbers change with those before them.
  private static String told(End end) {
    return switch (end) {
      case End.Stopped(var leg, Fate.Dropped(Place place)) -> leg.where() + told(place);
      case End.Stopped(var leg, Fate.Rejected(Place place, var _)) -> leg.where() + told(place);
      case End.Stopped(var leg, Fate fate) -> leg.where() + fate.toString();
      case End other -> other.toString();
    };
  }

  private static String told(Place place) {
    return place.table().place() + " " + place.chain() + " " + place.text();
  }

  /// What cannot be seen then is not proven.
  private boolean isGone(Facts supposed) {
    try {
      return check.examine(scope, supposed).isEmpty();
    } catch (Unobservable unknown) {
      return false;
    }
  }
}
