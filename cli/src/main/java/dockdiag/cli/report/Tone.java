package dockdiag.cli.report;

/// What a piece of a report means to its reader; a colour where there are colours.
enum Tone {
  GOOD,
  BAD,
  DOUBTFUL,
  HEADING,
  PLAIN
}
