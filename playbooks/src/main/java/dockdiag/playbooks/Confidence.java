package dockdiag.playbooks;

import java.util.Locale;

/// How far a finding is proven.
public enum Confidence {
  /// A real packet showed the symptom and the evidence explains it.
  CONFIRMED,
  /// The evidence explains it; no packet that was sent shows it.
  LIKELY,
  /// The evidence is compatible with it, and with other causes too.
  POSSIBLE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
