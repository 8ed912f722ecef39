package dockdiag.playbooks;

import dockdiag.probes.Probe;
import java.util.Collection;
import java.util.stream.Collectors;

/// A fact that proves a finding.
///
/// @param source where it was seen
/// @param fact what was seen, as the source words it, in no language of people
/// @param byHand the command by which a reader sees the same
public record Evidence(String source, String fact, String byHand) {

  /// Several things in a row, or `nothing`.
  public static String list(Collection<?> things) {
    return things.isEmpty()
        ? "nothing"
        : things.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  /// Seen by that probe.
  public static Evidence of(Probe<?> probe, String fact) {
    return new Evidence(probe.source(), fact, probe.byHand());
  }
}
