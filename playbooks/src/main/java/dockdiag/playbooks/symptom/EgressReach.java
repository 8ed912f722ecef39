package dockdiag.playbooks.symptom;

import dockdiag.playbooks.PathStep;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.Reach.Fate;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.exchange.Exchange;
import dockdiag.playbooks.exchange.RoundTripOf;
import dockdiag.playbooks.exchange.Steps;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.Outing;
import dockdiag.playbooks.outward.Target;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whom of the outside a container reaches, and the host beside it: what the rules say, and what
/// real packets met.
final class EgressReach {

  private EgressReach() {}

  static List<Reach> of(Egress egress, Facts facts) {
    List<Reach> rows = new ArrayList<>();
    try {
      for (Outing outing : egress.outings(facts)) {
        rows.add(row(egress, "container", outing, facts));
        if (outing.target().kind() != Target.Kind.ANYBODY && !outing.exit().isOfHost()) {
          rows.add(row(egress, "host", outing, facts));
        }
      }
    } catch (Unobservable unknown) {
      return rows; // the checks say what could not be seen; the table shows what was
    }
    return rows;
  }

  /// Of the first attempt that comes to nothing, else of the first of all.
  static List<PathStep> path(Egress egress, Facts facts) {
    try {
      List<Exchange> walked = new ArrayList<>();
      for (Outing outing : egress.outings(facts)) {
        walked.add(facts.infer(outing.trip()));
      }
      return walked.stream()
          .filter(exchange -> exchange.end() instanceof End.Stopped)
          .findFirst()
          .or(() -> walked.stream().findFirst())
          .map(Steps::of)
          .orElse(List.of());
    } catch (Unobservable unknown) {
      return List.of(); // the checks say what could not be seen
    }
  }

  private static Reach row(Egress egress, String from, Outing outing, Facts facts)
      throws Unobservable {
    boolean byHost = from.equals("host");
    Prediction prediction = predicted(byHost ? outing.control() : outing.trip(), facts);
    Target target = outing.target();
    return new Reach(
        egress.subject(),
        from,
        target.address().isIpv6() ? "ipv6" : "ipv4",
        target.port().protocol().toString(),
        target.address().with(target.port().number()),
        prediction.fate(),
        observed(outing, byHost, facts),
        prediction.at());
  }

  private static Prediction predicted(RoundTripOf trip, Facts facts) throws Unobservable {
    Exchange exchange = facts.infer(trip);
    return exchange.end() instanceof End.Away
        ? new Prediction(Optional.of(Fate.LEAVES), Optional.empty())
        : Prediction.of(exchange);
  }

  private static Optional<Fate> observed(Outing outing, boolean byHost, Facts facts) {
    try {
      return byHost ? outing.seenByHost(facts) : outing.seen(facts);
    } catch (Unobservable notSent) {
      return Optional.empty();
    }
  }
}
