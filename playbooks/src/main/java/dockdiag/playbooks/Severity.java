package dockdiag.playbooks;

import java.util.Locale;

/// How bad a finding is for the flow that was asked about; worst first.
public enum Severity {
  /// The flow fails.
  ERROR,
  /// It works, but something endangers or exposes it.
  WARNING,
  /// Worth knowing.
  NOTE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
