package dockdiag.playbooks;

import dockdiag.probes.Unobservable;

/// A check and what it came to on one flow.
///
/// @param slug the fault that was looked for
/// @param micros how long the host took for what the check consulted, in microseconds
public record Examined(String slug, Subject subject, Outcome outcome, long micros) {

  /// Whether it found an error.
  public boolean isError() {
    return isAtLeast(Severity.ERROR);
  }

  /// The same, as if what decides had not been seen.
  Examined unknown(Unobservable why) {
    Outcome outcome = new Outcome.Unknown("engine", why.reason(), why.detail());
    return new Examined(slug, subject, outcome, micros);
  }

  /// Of two examinations of the same: what was found says more than what was not, and that more
  /// than what was not looked for.
  static Examined theMoreTelling(Examined one, Examined other) {
    return weight(other.outcome) > weight(one.outcome) ? other : one;
  }

  private static int weight(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Found _ -> 3;
      case Outcome.Clear _ -> 2;
      case Outcome.Unknown _ -> 1;
      case Outcome.Skipped _ -> 0;
    };
  }

  /// Whether it found something as bad as that, or worse.
  boolean isAtLeast(Severity severity) {
    return outcome instanceof Outcome.Found found
        && found.finding().severity().compareTo(severity) <= 0;
  }
}
