package dockdiag.playbooks;

import dockdiag.probes.Unobservable.Reason;

/// What a check came to.
public sealed interface Outcome {

  /// Everything it needs was seen, and the fault is not there.
  record Clear() implements Outcome {}

  /// The fault is there.
  record Found(Finding finding) implements Outcome {}

  /// What decides could not be seen.
  ///
  /// @param probe what was to be seen
  /// @param detail what was tried and what came back
  record Unknown(String probe, Reason reason, String detail) implements Outcome {}

  /// Not examined.
  ///
  /// @param because the slug of the fault that stands before it, or `passive`
  record Skipped(String because) implements Outcome {}
}
