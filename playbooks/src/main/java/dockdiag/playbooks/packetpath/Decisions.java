package dockdiag.playbooks.packetpath;

import java.util.ArrayList;
import java.util.List;

/// What one walk took for granted where it could not know: a walk is begun anew for each way.
///
/// Ways are tried in order, as a counter of which the last digit runs fastest.
final class Decisions {

  /// At a rule one of several ways was taken.
  record Decision(Place place, int taken, int ways) {}

  private final List<Integer> prescribed;
  private final List<Decision> made = new ArrayList<>();

  Decisions() {
    this(List.of());
  }

  private Decisions(List<Integer> prescribed) {
    this.prescribed = prescribed;
  }

  /// The way to take, from 0.
  int take(Place place, int ways) {
    int taken = made.size() < prescribed.size() ? prescribed.get(made.size()) : 0;
    made.add(new Decision(place, taken, ways));
    return taken;
  }

  List<Decision> made() {
    return List.copyOf(made);
  }

  boolean hasNext() {
    return made.stream().anyMatch(decision -> decision.taken() + 1 < decision.ways());
  }

  /// For the next walk.
  Decisions next() {
    int last = made.size() - 1;
    while (made.get(last).taken() + 1 == made.get(last).ways()) {
      last--;
    }
    List<Integer> digits = new ArrayList<>();
    made.subList(0, last).forEach(decision -> digits.add(decision.taken()));
    digits.add(made.get(last).taken() + 1);
    return new Decisions(List.copyOf(digits));
  }
}
