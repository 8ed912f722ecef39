package dockdiag.playbooks.symptom;

import dockdiag.playbooks.PathStep;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.Reach.Fate;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.contact.Sending;
import dockdiag.playbooks.exchange.ExchangeOf;
import dockdiag.playbooks.exchange.Steps;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import java.util.List;
import java.util.Optional;

/// Each address of one end that is meant: what the rules say of a request, and what a real one saw.
final class ContactReach {

  private ContactReach() {}

  static List<Reach> of(Contact contact, Facts facts) {
    return contact.target().addresses().stream()
        .flatMap(address -> row(contact, address, facts).stream())
        .toList();
  }

  /// To the address that decides.
  static List<PathStep> path(Contact contact, Facts facts) {
    try {
      return Steps.of(facts.infer(contact.question(contact.target().address())));
    } catch (Unobservable unknown) {
      return List.of(); // the checks say what could not be seen
    }
  }

  /// Empty where the caller does not speak that family.
  private static Optional<Reach> row(Contact contact, Address address, Facts facts) {
    try {
      return Sending.of(contact, address, facts)
          .fate(facts)
          .map(fate -> row(contact, address, Optional.of(fate), facts));
    } catch (Unobservable notSent) {
      return Optional.of(row(contact, address, Optional.empty(), facts));
    }
  }

  private static Reach row(Contact contact, Address address, Optional<Fate> observed, Facts facts) {
    ExchangeOf question = contact.question(address);
    Prediction prediction = predicted(contact, question, facts);
    return new Reach(
        contact.subject(),
        contact.from().orElse(Contact.HOST),
        address.isIpv6() ? "ipv6" : "ipv4",
        question.protocol(),
        question.asked(),
        prediction.fate(),
        observed,
        prediction.at());
  }

  /// Of SCTP nothing is walked.
  private static Prediction predicted(Contact contact, ExchangeOf question, Facts facts) {
    try {
      return contact.port().map(port -> port.protocol() == Protocol.SCTP).orElse(false)
          ? Prediction.NONE
          : Prediction.of(facts.infer(question));
    } catch (Unobservable unknown) {
      return Prediction.NONE;
    }
  }
}
