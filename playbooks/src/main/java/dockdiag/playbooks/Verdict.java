package dockdiag.playbooks;

import java.util.Locale;

/// What a diagnosis comes to.
public enum Verdict {
  /// Nothing was found, and everything that decides was seen.
  HEALTHY,
  /// Warnings alone.
  DEGRADED,
  /// At least one error.
  BROKEN,
  /// No error was found, but something that decides could not be seen.
  INCONCLUSIVE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
