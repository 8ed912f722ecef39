package dockdiag.playbooks.packetpath;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One walk: the packet as it is now, the steps so far, what was taken for granted.
final class Run {

  private final Netns netns;
  private final Hooks hooks;
  private final Routes routes;
  private final Decisions decisions;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Boolean> legacyFirst = new HashMap<>();
  private Packet packet;
  private Fields fields;
  private Optional<String> routedAgain = Optional.empty();

  Run(Netns netns, Packet packet, Decisions decisions) {
    this.netns = netns;
    this.hooks = netns.index().hooks(packet);
    this.routes = new Routes(netns);
    this.packet = packet;
    this.fields = new Fields(packet, routes);
    this.decisions = decisions;
  }

  Netns netns() {
    return netns;
  }

  Hooks hooks() {
    return hooks;
  }

  /// The interface that it leaves by after all, where it was routed a second time.
  Optional<String> routedAgain() {
    return routedAgain;
  }

  void routedAgain(String device) {
    routedAgain = Optional.of(device);
  }

  Routes routes() {
    return routes;
  }

  Decisions decisions() {
    return decisions;
  }

  Packet packet() {
    return packet;
  }

  void becomes(Packet other) {
    packet = other;
    fields = new Fields(packet, routes);
  }

  /// Of the packet as it is now.
  Fields fields() {
    return fields;
  }

  List<Step> steps() {
    return steps;
  }

  /// Whether the legacy table comes before others of its kind; taken for granted once.
  boolean legacyFirst(Place place) {
    return legacyFirst.computeIfAbsent(
        place.table().name(), absent -> decisions.take(place, 2) == 0);
  }

  void met(Place place, String effect) {
    steps.add(new Step.Met(place, effect));
  }

  void kernel(String text) {
    steps.add(new Step.Kernel(text));
  }
}
