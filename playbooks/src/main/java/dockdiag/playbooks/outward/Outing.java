package dockdiag.playbooks.outward;

import dockdiag.playbooks.Reach.Fate;
import dockdiag.playbooks.exchange.Client;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.exchange.ExchangeOf;
import dockdiag.playbooks.exchange.RoundTripOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.Lookup;
import dockdiag.probes.reach.Reach;
import java.util.Optional;

/// An attempt of a container to reach somebody outside, and the same of the host: the control
/// experiment.
public record Outing(Exit exit, Target target) {

  static Outing of(String container, Target target, Facts facts) throws Unobservable {
    return new Outing(facts.infer(new ExitOf(container, target.address())), target);
  }

  /// What the rules make of the container's.
  public RoundTripOf trip() {
    return trip(exit.client());
  }

  /// What they make of the host's.
  public RoundTripOf control() {
    return trip(new Client.OnHost());
  }

  private RoundTripOf trip(Client client) {
    return new RoundTripOf(
        new ExchangeOf(client, target.port().protocol(), target.address(), target.port().number()));
  }

  /// What the container's real packet met; empty of nobody in particular.
  ///
  /// @throws Unobservable where it may not be sent, or was not recorded
  public Optional<Fate> seen(Facts facts) throws Unobservable {
    return seen(exit.inside(), trip(), facts);
  }

  /// What the host's met.
  ///
  /// @throws Unobservable where it may not be sent, or was not recorded
  public Optional<Fate> seenByHost(Facts facts) throws Unobservable {
    return seen(Namespace.HOST, control(), facts);
  }

  private Optional<Fate> seen(Namespace from, RoundTripOf trip, Facts facts) throws Unobservable {
    return switch (target.kind()) {
      case SERVICE -> Optional.of(fate(facts.get(target.connect(from))));
      case HOST -> Optional.of(answered(fate(facts.get(target.connect(from))), trip, facts));
      case NAME_SERVER -> Optional.of(answered(fate(facts.get(target.lookup(from))), trip, facts));
      case ANYBODY -> Optional.empty();
    };
  }

  /// Whether the container's real packet got there; what cannot be seen did not.
  public boolean isReached(Facts facts) {
    try {
      return seen(facts).map(fate -> !fate.fails() && fate != Fate.SILENT).orElse(false);
    } catch (Unobservable unsent) {
      return false;
    }
  }

  /// Whether the host's got there.
  boolean isReachedByHost(Facts facts) {
    try {
      return seenByHost(facts).map(fate -> !fate.fails() && fate != Fate.SILENT).orElse(false);
    } catch (Unobservable unsent) {
      return false;
    }
  }

  /// Whether it did not, for certain.
  public boolean isFailed(Facts facts) {
    try {
      return seen(facts).map(Fate::fails).orElse(false);
    } catch (Unobservable unsent) {
      return false;
    }
  }

  /// A refusal comes from the far end, and shows that there is a way, where no rule here refuses.
  private Fate answered(Fate fate, RoundTripOf trip, Facts facts) throws Unobservable {
    return fate == Fate.REFUSED && isFree(facts.infer(trip).end()) ? Fate.ANSWERED : fate;
  }

  /// Whether the rules let it out and the answer back.
  ///
  /// @throws Unobservable where they do not decide it
  public boolean isFree(Facts facts) throws Unobservable {
    End end = facts.infer(trip()).end();
    boolean free = isFree(end);
    if (!free && end instanceof End.Undecided(String why)) {
      throw new Unobservable(Unobservable.Reason.NOT_UNDERSTOOD, why);
    }
    return free;
  }

  /// By the rules; those of the host have no say in what it does not forward.
  private boolean isFree(End end) throws Unobservable {
    return switch (end) {
      case End.Away _ -> true;
      case End.Undecided _ -> !exit.isOfHost() && !exit.isForwarded();
      case End.Answered _, End.Refused _, End.Stopped _, End.Nobody _ -> false;
    };
  }

  private static Fate fate(Reach seen) {
    return switch (seen.outcome()) {
      case CONNECTED, ANSWERED -> Fate.DELIVERED;
      case REFUSED, RESET -> Fate.REFUSED;
      case TIMED_OUT -> Fate.DROPPED;
      case NO_ROUTE, UNREACHABLE, NO_ADDRESS -> Fate.UNREACHABLE;
      case SILENT -> Fate.SILENT;
    };
  }

  private static Fate fate(Lookup seen) {
    if (seen.isAnswered()) {
      return Fate.DELIVERED;
    }
    return switch (seen.failure().orElse("silent")) {
      case "silent", "timed-out" -> Fate.DROPPED;
      case "refused" -> Fate.REFUSED;
      default -> Fate.UNREACHABLE;
    };
  }
}
