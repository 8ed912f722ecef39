package dockdiag.playbooks;

/// A check and what it came to on one flow.
///
/// @param slug the fault that was looked for
/// @param micros how long the host took for what the check consulted, in microseconds
public record Examined(String slug, Subject subject, Outcome outcome, long micros) {

  /// Whether it found an error.
  public boolean isError() {
    return isAtLeast(Severity.ERROR);
  }

  /// Whether it found something as bad as that, or worse.
  boolean isAtLeast(Severity severity) {
    return outcome instanceof Outcome.Found found
        && found.finding().severity().compareTo(severity) <= 0;
  }
}
