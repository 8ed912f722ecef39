package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.PathStep;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.Reach.Fate;
import dockdiag.playbooks.contact.Sending;
import dockdiag.playbooks.exchange.Client;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.exchange.Exchange;
import dockdiag.playbooks.exchange.ExchangeOf;
import dockdiag.playbooks.exchange.Steps;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.reach.ConnectProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which clients of a published port get through: what the rules say of each class, and what the
/// real packets that stand for it saw.
final class PortReach {

  private PortReach() {}

  /// The probes that [#of] will ask for.
  static List<ConnectProbe> probes(Flow flow, Facts facts) throws Unobservable {
    return Attempts.of(flow, facts).stream()
        .filter(Attempt::canBeSent)
        .map(Attempt::probe)
        .toList();
  }

  static List<Reach> of(Flow flow, Facts facts) {
    List<Reach> rows = new ArrayList<>();
    try {
      for (Attempt attempt : Attempts.of(flow, facts)) {
        row(flow, facts, attempt).ifPresent(rows::add);
      }
    } catch (Unobservable unknown) {
      return rows; // the checks say what could not be seen; the table shows what was
    }
    return rows;
  }

  /// Of the first client that does not get through, else of the first of all.
  static List<PathStep> path(Flow flow, Facts facts) {
    try {
      List<Exchange> walked = new ArrayList<>();
      for (Attempt attempt : Attempts.of(flow, facts)) {
        exchange(facts, attempt.client(), attempt.probe()).ifPresent(walked::add);
      }
      return walked.stream()
          .filter(exchange -> !(exchange.end() instanceof End.Answered))
          .findFirst()
          .or(() -> walked.stream().findFirst())
          .map(Steps::of)
          .orElse(List.of());
    } catch (Unobservable unknown) {
      return List.of(); // the checks say what could not be seen
    }
  }

  private static Optional<Reach> row(Flow flow, Facts facts, Attempt attempt) {
    if (!attempt.canBeSent()) {
      return Optional.of(row(flow, facts, attempt, Optional.empty()));
    }
    try {
      var seen = facts.get(attempt.probe());
      // empty: that namespace does not speak this family
      return Sending.fate(seen).map(fate -> row(flow, facts, attempt, Optional.of(fate)));
    } catch (Unobservable notSent) {
      return Optional.of(row(flow, facts, attempt, Optional.empty()));
    }
  }

  private static Reach row(Flow flow, Facts facts, Attempt attempt, Optional<Fate> observed) {
    Prediction first = predicted(facts, attempt.client(), attempt.probe());
    Reach row = row(flow, attempt, first, observed);
    boolean astray = row.disagrees() && row.failed() && attempt.itself().isPresent();
    return astray
        ? row(flow, attempt, predicted(facts, attempt.itself(), attempt.probe()), observed)
        : row;
  }

  private static Prediction predicted(Facts facts, Optional<Client> client, ConnectProbe probe) {
    return exchange(facts, client, probe).map(Prediction::of).orElse(Prediction.NONE);
  }

  /// Of SCTP nothing is walked.
  private static Optional<Exchange> exchange(
      Facts facts, Optional<Client> client, ConnectProbe probe) {
    Port port = probe.port();
    if (client.isEmpty() || port.protocol() == Protocol.SCTP) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          facts.infer(new ExchangeOf(client.get(), port.protocol(), probe.to(), port.number())));
    } catch (Unobservable unknown) {
      return Optional.empty();
    }
  }

  private static Reach row(
      Flow flow, Attempt attempt, Prediction prediction, Optional<Fate> observed) {
    Address to = attempt.probe().to();
    Port port = attempt.probe().port();
    return new Reach(
        flow.subject(),
        attempt.from(),
        to.isIpv6() ? "ipv6" : "ipv4",
        port.protocol().toString(),
        to.with(port.number()),
        prediction.fate(),
        observed,
        prediction.at());
  }
}
