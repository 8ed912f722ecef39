package dockdiag.cli.lab.judge;

import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.playbooks.packetpath.Step;
import dockdiag.playbooks.packetpath.Trace;
import dockdiag.probes.netfilter.Backend;
import dockdiag.testenv.KernelTrace;
import dockdiag.testenv.Router.Sender;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One packet, what the walk says of it, and what the kernel said.
///
/// @param kernels the rules of its trace
/// @param counted by how much the counters of rules of iptables-legacy rose
record Trial(
    Sender sender,
    Packet packet,
    Trace ours,
    List<String> kernels,
    Map<String, Long> counted,
    KernelTrace kernel) {

  /// The packet as it came through, where both agree that it did.
  Optional<Packet> through() {
    if (!agrees()) {
      return Optional.empty();
    }
    return switch (ours.fate()) {
      case Fate.Sent(_, Packet sent) -> Optional.of(sent);
      case Fate.Delivered(Packet delivered) -> Optional.of(delivered);
      case Fate.Dropped _, Fate.Rejected _, Fate.Lost _, Fate.Undecided _ -> Optional.empty();
    };
  }

  boolean isUndecided() {
    return ours.fate() instanceof Fate.Undecided;
  }

  /// Whether every rule and the verdict are the kernel's; of ways that all end alike it may take
  /// any, to that way's end.
  boolean agrees() {
    return isUndecided()
        || ours.ways().stream()
            .anyMatch(
                way ->
                    isTheKernels(met(way.steps()))
                        && isCounted(way.steps())
                        && endsAlike(way.fate()));
  }

  /// A rule that perhaps was met may be missing.
  private boolean isTheKernels(List<String> ours) {
    int at = 0;
    for (String met : ours) {
      String next = at < kernels.size() ? kernels.get(at) : "";
      boolean perhaps = met.endsWith(" perhaps");
      String place = met.substring(0, met.lastIndexOf(' ') + 1);
      boolean same = perhaps ? next.startsWith(place) : next.equals(met);
      if (!same && !perhaps) {
        return false;
      }
      at += same ? 1 : 0;
    }
    return at == kernels.size();
  }

  private boolean isCounted(List<Step> steps) {
    Map<String, Long> left = new TreeMap<>(counted);
    Set<String> perhaps = new HashSet<>();
    for (Step step : steps) {
      if (step instanceof Step.Met(Place place, String effect)
          && isLegacy(place)
          && place.number() > 0) {
        if (effect.equals("perhaps")) {
          perhaps.add(told(place));
        } else {
          left.merge(told(place), -1L, Long::sum);
        }
      }
    }
    return left.entrySet().stream()
        .allMatch(rest -> rest.getValue() == 0 || perhaps.contains(rest.getKey()));
  }

  private static boolean isLegacy(Place place) {
    return place.table().backend() == Backend.IPTABLES_LEGACY;
  }

  private boolean endsAlike(Fate fate) {
    boolean dropped = !kernels.isEmpty() && kernels.getLast().endsWith(" drop");
    return switch (fate) {
      case Fate.Dropped(Place place) -> isGone(dropped, place);
      case Fate.Rejected(Place place, _) -> isGone(dropped, place);
      case Fate.Sent(String device, var sent) ->
          !dropped
              && kernel
                  .arrived()
                  .filter(out -> isBy(device, out.device()) && Wire.isSame(sent, out.packet()))
                  .isPresent();
      case Fate.Delivered _, Fate.Lost _ -> !dropped && kernel.arrived().isEmpty();
      case Fate.Undecided _ -> true;
    };
  }

  /// Which port of a bridge a routed packet takes is not told.
  private static boolean isBy(String device, String real) {
    return device.equals(real) || (device.equals("lan0") && real.matches("left|right"));
  }

  /// Of iptables-legacy the kernel tells no trace.
  private boolean isGone(boolean dropped, Place place) {
    return kernel.arrived().isEmpty() && dropped != isLegacy(place);
  }

  static List<String> met(List<Step> steps) {
    return steps.stream()
        .flatMap(
            step ->
                switch (step) {
                  case Step.Met(Place place, String effect)
                      when !isLegacy(place) && isTold(place, effect) ->
                      Stream.of(told(place) + " " + effect);
                  case Step.Met _, Step.Kernel _ -> Stream.<String>empty();
                })
        .toList();
  }

  private static boolean isTold(Place place, String effect) {
    return place.number() > 0 || effect.equals("drop");
  }

  private static String told(Place place) {
    return place.table().family()
        + " "
        + place.table().name()
        + " "
        + place.chain()
        + " "
        + place.number();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(sender + " " + packet + "\nours: " + ours.fate() + "\n");
    ours.ways().stream()
        .map(way -> way.steps().stream().map(Trial::line).toList())
        .distinct()
        .forEach(steps -> text.append("  ").append(steps).append('\n'));
    return text
        + "the kernel's: "
        + kernels
        + "\n  counted: "
        + counted
        + "\n  arrived: "
        + kernel.arrived();
  }

  private static String line(Step step) {
    return switch (step) {
      case Step.Met(Place place, String effect) -> told(place) + " " + effect;
      case Step.Kernel(String text) -> text;
    };
  }
}
