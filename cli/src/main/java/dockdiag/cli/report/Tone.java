package dockdiag.cli.report;

import java.util.Locale;

/// What a piece of a report means to its reader; a colour where there are colours.
enum Tone {
  GOOD,
  BAD,
  DOUBTFUL,
  HEADING,
  PLAIN;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
