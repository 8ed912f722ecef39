package dockdiag.cli.path;

import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.exchange.ExchangeOf;
import dockdiag.playbooks.exchange.Leg;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.net.Port;
import java.util.Locale;

/// How a trace ends, in a word and in a sentence.
enum TraceEnd {
  ANSWERED,
  REFUSED,
  STOPPED,
  NOBODY,
  AWAY,
  UNDECIDED;

  static TraceEnd of(End end) {
    return switch (end) {
      case End.Answered _ -> ANSWERED;
      case End.Refused _ -> REFUSED;
      case End.Stopped _ -> STOPPED;
      case End.Nobody _ -> NOBODY;
      case End.Away _ -> AWAY;
      case End.Undecided _ -> UNDECIDED;
    };
  }

  static String sentence(End end, ExchangeOf asked) {
    return switch (end) {
      case End.Answered(String by) -> PathTexts.say("end.answered", by);
      case End.Refused(String by) ->
          PathTexts.say("end.refused", by, asked.at().map(Port::toString).orElse(""));
      case End.Stopped(Leg leg, Fate fate) -> stopped(leg, fate);
      case End.Nobody(var address, String device) -> PathTexts.say("end.nobody", device, address);
      case End.Away(String device) -> PathTexts.say("end.away", device);
      case End.Undecided(String why) -> PathTexts.say("end.undecided", why);
    };
  }

  private static String stopped(Leg leg, Fate fate) {
    String packet = PathTexts.say(leg.direction().name().toLowerCase(Locale.ROOT));
    return switch (fate) {
      case Fate.Dropped(Place place) ->
          PathTexts.say("end.dropped", packet, place, leg.where(), place.text());
      case Fate.Rejected(Place place, String with) ->
          PathTexts.say("end.rejected", packet, place, leg.where(), with, place.text());
      case Fate.Lost(var reason, String detail) ->
          PathTexts.say(
              "end.lost",
              packet,
              leg.where(),
              reason.name().toLowerCase(Locale.ROOT).replace('_', ' '),
              detail);
      case Fate other -> PathTexts.say("end.undecided", other);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
