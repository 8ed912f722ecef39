package dockdiag.playbooks;

import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;
import java.util.Set;

/// Tests for one fault.
///
/// Its author writes the happy path: a fact that cannot be seen unwinds to the [Examination], which
/// answers [Outcome.Unknown]. So what was not seen can never pass for healthy.
///
/// @param <S> where it can look; one that looks at the host alone takes any [Scope]
public interface Check<S extends Scope> extends Fault {

  /// The fault, if it is there.
  ///
  /// @throws Unobservable where a fact that decides cannot be seen
  Optional<Finding> examine(S scope, Facts facts) throws Unobservable;

  /// Slugs of the faults that this one brings about; they are folded under it.
  default Set<String> brings() {
    return Set.of();
  }
}
