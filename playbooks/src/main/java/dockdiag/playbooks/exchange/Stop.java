package dockdiag.playbooks.exchange;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.exchange.Leg.Direction;
import dockdiag.playbooks.exchange.Leg.Where;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Netns;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.playbooks.packetpath.Step;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.netfilter.Hook;
import dockdiag.probes.netfilter.Hook.Point;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.socket.SocketsProbe;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Where an attempt ends before it is answered.
///
/// @param leg the last one
public record Stop(Attempt attempt, Leg leg, Fate fate) {

  /// Whose part of the way is looked at; beyond it an attempt may end as it likes.
  public enum Part {
    /// The request's way through the host.
    HOST,
    /// All of it: the container's network and the way back too.
    ALL
  }

  /// The first one of that kind.
  ///
  /// @throws Unobservable where there is none, and it cannot be told how another attempt ends
  public static Optional<Stop> first(Flow flow, Facts facts, Part part, Predicate<Stop> kind)
      throws Unobservable {
    Optional<String> unknown = Optional.empty();
    for (Attempt attempt : Attempt.at(flow, facts)) {
      Exchange exchange = facts.infer(attempt.question());
      if (exchange.end() instanceof End.Stopped(Leg leg, Fate fate)) {
        Optional<Stop> stop = Optional.of(new Stop(attempt, leg, fate)).filter(kind);
        if (stop.isPresent()) {
          return stop;
        }
      } else if (exchange.end() instanceof End.Undecided(String why)
          && (part == Part.ALL || !isThroughHost(exchange))) {
        unknown = unknown.or(() -> Optional.of(why));
      }
    }
    if (unknown.isPresent()) {
      throw blind(flow, facts, unknown.get());
    }
    return Optional.empty();
  }

  private static boolean isThroughHost(Exchange exchange) {
    return !exchange.legs().isEmpty()
        && (exchange.legs().getLast().where() instanceof Where.InContainer
            || exchange.legs().getLast().trace().fate() instanceof Fate.Sent);
  }

  /// What cannot be looked at at all says so itself.
  private static Unobservable blind(Flow flow, Facts facts, String why) throws Unobservable {
    Netns.of(facts, Namespace.HOST);
    for (Flow one : containers(flow)) {
      Container container = facts.get(one.inspect());
      if (container.hasProcess()) {
        Netns.of(facts, one.inside(container));
        facts.get(new SocketsProbe(one.inside(container)));
      }
    }
    return new Unobservable(Unobservable.Reason.NOT_UNDERSTOOD, why);
  }

  /// Both ends, as far as they are containers.
  private static List<Flow> containers(Flow flow) {
    return Stream.concat(
            flow.caller().flatMap(Flow.Caller::container).stream(), Stream.of(flow.container()))
        .filter(name -> flow.caller().isEmpty() || !name.equals(Attempt.HOST))
        .map(Flow::to)
        .toList();
  }

  /// Whether clients fail by it: what stops the host itself, or IPv6, is borne while somebody
  /// outside gets through otherwise.
  public boolean isDecisive(Flow flow, Facts facts) throws Unobservable {
    if (attempt.isFromOutside() && !attempt.question().to().isIpv6()) {
      return true;
    }
    for (Attempt other : Attempt.at(flow, facts)) {
      boolean answered = facts.infer(other.question()).end() instanceof End.Answered;
      if (other.isFromOutside() && answered) {
        return false;
      }
    }
    return true;
  }

  /// Whether it is the request, or the answer, that a rule or a policy of the host's stops.
  public boolean isOnHost(Direction direction) {
    return leg.direction() == direction
        && !(leg.where() instanceof Where.InContainer)
        && place().isPresent();
  }

  /// The rule or policy, where it is one.
  public Optional<Place> place() {
    return switch (fate) {
      case Fate.Dropped(Place place) -> Optional.of(place);
      case Fate.Rejected(Place place, String _) -> Optional.of(place);
      case Fate _ -> Optional.empty();
    };
  }

  /// The rule; a policy is none.
  public Optional<Rule> rule() {
    return place()
        .filter(place -> place.number() > 0)
        .flatMap(place -> chain(place).map(chain -> chain.rules().get(place.number() - 1)));
  }

  /// The point on the way where the chain hangs from which the rule was reached.
  public Optional<Point> point() {
    return place().flatMap(this::hook).map(Hook::point);
  }

  private Optional<Hook> hook(Place end) {
    List<Step> steps = leg.trace().ways().getLast().steps();
    return steps.reversed().stream()
        .flatMap(step -> step instanceof Step.Met(Place place, var _) ? Stream.of(place) : null)
        .filter(place -> place.table().equals(end.table()))
        .flatMap(place -> chain(place).flatMap(Chain::hook).stream())
        .findFirst();
  }

  private static Optional<Chain> chain(Place place) {
    return place.table().chains().stream()
        .filter(chain -> chain.name().equals(place.chain()))
        .findFirst();
  }
}
