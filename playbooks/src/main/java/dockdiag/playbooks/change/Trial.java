package dockdiag.playbooks.change;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Remedy.Effects;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.exchange.Attempt;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.exchange.Exchange;
import dockdiag.playbooks.exchange.Requesting;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Unobservable;
import java.util.List;
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
    try {
      for (Inference<Exchange> request : requests()) {
        End before = facts.infer(request).end();
        End after = supposed.infer(request).end();
        boolean comesThrough = after instanceof End.Answered || after instanceof End.Away;
        if (!comesThrough && !told(before).equals(told(after))) {
          return false;
        }
      }
      return true;
    } catch (Unobservable unknown) {
      return false;
    }
  }

  private List<Inference<Exchange>> requests() throws Unobservable {
    return switch (scope) {
      case Flow flow when flow.port().isPresent() ->
          Attempt.at(flow, facts).stream().<Inference<Exchange>>map(Attempt::question).toList();
      case Requesting requesting -> List.copyOf(requesting.requests(facts));
      default -> List.of();
    };
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
      return check.predicting().examine(scope, supposed).isEmpty();
    } catch (Unobservable unknown) {
      return false;
    }
  }
}
