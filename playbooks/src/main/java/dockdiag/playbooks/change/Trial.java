package dockdiag.playbooks.change;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// Tries the remedies of a finding on the facts, and looks for its fault again.
///
/// @param facts of the host as it is
public record Trial<S extends Scope>(S scope, Check<? super S> check, Facts facts) {

  /// The finding with all that is then known of its remedies.
  public Finding of(Finding finding) {
    return finding.mendedBy(finding.remedies().stream().map(this::of).toList());
  }

  private Remedy of(Remedy remedy) {
    Optional<Facts> supposed = Commands.supposed(remedy.commands()).map(facts::supposing);
    return supposed.isPresent() && isGone(supposed.get()) ? remedy.proven() : remedy;
  }

  /// What cannot be seen then is not proven.
  private boolean isGone(Facts supposed) {
    try {
      return check.examine(scope, supposed).isEmpty();
    } catch (Unobservable unknown) {
      return false;
    }
  }
}
