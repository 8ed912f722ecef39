package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Reach.At;
import dockdiag.playbooks.Reach.Fate;
import dockdiag.playbooks.Reach.Why;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.exchange.Exchange;
import dockdiag.playbooks.exchange.Leg;
import dockdiag.playbooks.exchange.Leg.Direction;
import dockdiag.playbooks.exchange.Leg.Where;
import dockdiag.playbooks.packetpath.Fate.Reason;
import dockdiag.playbooks.packetpath.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an exchange means to its client: what it will see, and where its way ends.
///
/// @param fate empty where it is not decided
/// @param at empty where the server answers
record Prediction(Optional<Fate> fate, Optional<At> at) {

  /// With what REJECT makes the client's kernel say that there is no way (icmp_err_convert of
  /// net/ipv4/icmp.c, icmpv6_err_convert of net/ipv6/icmp.c); all else is refused.
  private static final List<String> UNREACHABLE =
      List.of("net", "host", "proto", "admin", "route", "addr", "policy");

  static final Prediction NONE = new Prediction(Optional.empty(), Optional.empty());

  static Prediction of(Exchange exchange) {
    return switch (exchange.end()) {
      case End.Answered _ -> new Prediction(Optional.of(Fate.DELIVERED), Optional.empty());
      case End.Refused(String by) ->
          ended(exchange, Fate.REFUSED, new At(Why.NO_LISTENER, by, "no listener"));
      case End.Nobody(var address, String device) ->
          ended(exchange, Fate.UNREACHABLE, new At(Why.NO_NEIGHBOUR, device, address.toString()));
      case End.Away(String device) -> undecided(new At(Why.AWAY, device, "leaves the host"));
      case End.Undecided(String why) -> undecided(new At(Why.UNDECIDED, "undecided", why));
      case End.Stopped(Leg leg, var fate) -> ended(exchange, fate(leg, fate), at(leg, fate));
    };
  }

  private static Prediction undecided(At at) {
    return new Prediction(Optional.empty(), Optional.of(at));
  }

  /// A client that docker-proxy has taken in hears of the server's refusal by being let go.
  private static Prediction ended(Exchange exchange, Fate fate, At at) {
    Fate seen = !isProxied(exchange) ? fate : fate == Fate.REFUSED ? Fate.CLOSED : Fate.ACCEPTED;
    return new Prediction(Optional.of(seen), Optional.of(at));
  }

  /// Whether it ended with the connection that docker-proxy made, its own accepted.
  private static boolean isProxied(Exchange exchange) {
    Stream<Where> hosts =
        exchange.legs().stream()
            .map(Leg::where)
            .filter(where -> where instanceof Where.Proxied || where instanceof Where.OnHost);
    return exchange.end() instanceof End.Stopped
        ? hosts.reduce((first, last) -> last).filter(Where.Proxied.class::isInstance).isPresent()
        : hosts.anyMatch(Where.Proxied.class::isInstance);
  }

  private static Fate fate(Leg leg, dockdiag.playbooks.packetpath.Fate fate) {
    if (leg.direction() == Direction.REPLY) {
      return Fate.DROPPED; // whatever it is, the server is told
    }
    return switch (fate) {
      case dockdiag.playbooks.packetpath.Fate.Rejected(Place _, String with) ->
          UNREACHABLE.stream().anyMatch(with::contains) ? Fate.UNREACHABLE : Fate.REFUSED;
      case dockdiag.playbooks.packetpath.Fate.Lost(Reason reason, String _) ->
          switch (reason) {
            case NO_ROUTE, ROUTE_FORBIDS -> Fate.UNREACHABLE;
            case FORWARDING_OFF, REVERSE_PATH, MARTIAN, NO_ADDRESS, ECHO_IGNORED -> Fate.DROPPED;
          };
      case dockdiag.playbooks.packetpath.Fate _ -> Fate.DROPPED;
    };
  }

  private static At at(Leg leg, dockdiag.playbooks.packetpath.Fate fate) {
    String inside = leg.where() instanceof Where.InContainer(String name) ? name + " " : "";
    Why why = leg.direction() == Direction.REPLY ? Why.RULE_FOR_ANSWER : Why.RULE;
    return switch (fate) {
      case dockdiag.playbooks.packetpath.Fate.Dropped(Place place) ->
          new At(why, inside + place, place.text());
      case dockdiag.playbooks.packetpath.Fate.Rejected(Place place, String _) ->
          new At(why, inside + place, place.text());
      case dockdiag.playbooks.packetpath.Fate.Lost(Reason _, String detail) ->
          new At(Why.KERNEL, leg.where().toString(), detail);
      case dockdiag.playbooks.packetpath.Fate other ->
          new At(Why.UNDECIDED, leg.where().toString(), other.toString());
    };
  }
}
