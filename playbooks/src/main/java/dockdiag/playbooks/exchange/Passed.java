package dockdiag.playbooks.exchange;

import dockdiag.playbooks.packetpath.Packet;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The way so far, and what each namespace's connection tracking has seen of it.
final class Passed {

  /// More than any way that people build; one in a circle would never end.
  private static final int MOST_LEGS = 32;

  private final List<Leg> legs = new ArrayList<>();
  private final Map<Namespace, List<Packet>> seen = new HashMap<>();

  List<Leg> legs() {
    return legs;
  }

  void add(Leg leg) throws Unobservable {
    if (legs.size() == MOST_LEGS) {
      throw new Unobservable(Unobservable.Reason.NOT_UNDERSTOOD, "a way in a circle");
    }
    legs.add(leg);
  }

  /// The packet left that namespace, or was delivered in it.
  void remember(Namespace namespace, Packet packet) {
    seen.computeIfAbsent(namespace, absent -> new ArrayList<>()).add(packet);
  }

  /// The same packet where that namespace may know its connection.
  Packet known(Namespace namespace, Packet packet) {
    Packet known = packet;
    for (Packet earlier : seen.getOrDefault(namespace, List.of())) {
      known = known.after(earlier);
    }
    return known;
  }
}
