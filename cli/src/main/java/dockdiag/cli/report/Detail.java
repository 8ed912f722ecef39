package dockdiag.cli.report;

/// How much a report for people tells.
public enum Detail {
  /// The verdict, and one line for each root cause.
  QUIET,
  /// All that is not as it should be.
  NORMAL,
  /// Every check, and every consequence in full.
  VERBOSE
}
