package dockdiag.playbooks.packetpath;

/// Whether a match holds, as far as it is known.
enum Ternary {
  YES,
  NO,
  UNKNOWN;

  static Ternary of(boolean known) {
    return known ? YES : NO;
  }

  Ternary negatedIf(boolean negated) {
    if (!negated || this == UNKNOWN) {
      return this;
    }
    return this == YES ? NO : YES;
  }

  Ternary and(Ternary other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : UNKNOWN;
  }

  Ternary or(Ternary other) {
    if (this == YES || other == YES) {
      return YES;
    }
    return this == NO && other == NO ? NO : UNKNOWN;
  }
}
