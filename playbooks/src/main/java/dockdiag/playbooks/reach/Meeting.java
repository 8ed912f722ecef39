package dockdiag.playbooks.reach;

import dockdiag.probes.reach.Reach;
import dockdiag.probes.reach.Reach.Outcome;
import dockdiag.probes.reach.Reach.Then;
import java.util.Locale;

/// What a real packet met, in the words of evidence.
final class Meeting {

  private Meeting() {}

  /// `refused`, or `connected, then closed`.
  static String of(Reach seen) {
    String outcome = seen.outcome().toString().toLowerCase(Locale.ROOT).replace('_', '-');
    return seen.then() == Then.NONE
        ? outcome
        : outcome + ", then " + seen.then().toString().toLowerCase(Locale.ROOT);
  }

  /// Whether the connection stood and was closed before a byte came.
  static boolean isClosedUnspoken(Reach seen) {
    return seen.outcome() == Outcome.CONNECTED
        && seen.then() != Then.OPEN
        && seen.received().isEmpty();
  }
}
