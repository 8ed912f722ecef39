package dockdiag.playbooks;

import java.util.Locale;

/// How far a finding is proven.
public enum Confidence {
  /// A real packet showed the symptom and the evidence explains it.
  CONFIRMED,
  /// The evidence explains it; nothing was sent.
  LIKELY,
  /// The evidence explains it, but the packets that were sent did arrive.
  POSSIBLE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
