package dockdiag.cli.report;

import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Outcome;
import dockdiag.playbooks.Severity;
import java.util.Locale;

/// What a check came to, in one word.
enum Status {
  PASS,
  FAIL,
  WARN,
  SKIP,
  UNKNOWN;

  static Status of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Clear _ -> PASS;
      case Outcome.Found(Finding finding) -> finding.severity() == Severity.ERROR ? FAIL : WARN;
      case Outcome.Skipped _ -> SKIP;
      case Outcome.Unknown _ -> UNKNOWN;
    };
  }

  /// How it looks to people.
  Tone tone() {
    return switch (this) {
      case PASS -> Tone.GOOD;
      case FAIL -> Tone.BAD;
      case WARN, UNKNOWN -> Tone.DOUBTFUL;
      case SKIP -> Tone.PLAIN;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
