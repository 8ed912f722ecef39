package dockdiag.playbooks.registry;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The login is kept by a program that is not there.
public final class RegistryCredentialHelperMissing implements Check<Pull> {

  @Override
  public Optional<Finding> examine(Pull pull, Facts facts) throws Unobservable {
    return pull.stoppedBy(Stop.Why.LOGIN_KEPT_AWAY, facts)
        .map(
            finding ->
                finding
                    .mend(Remedy.byHand("without", "docker login " + pull.registry()))
                    .mend(Remedy.byHand("install")));
  }

  /// Docker's own word for such a program.
  @Override
  public String slug() {
    return "registry-credential-helper";
  }
}
