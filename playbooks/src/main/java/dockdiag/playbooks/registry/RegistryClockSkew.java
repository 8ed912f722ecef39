package dockdiag.playbooks.registry;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The certificate is not valid at the time that the host believes it is.
public final class RegistryClockSkew implements Check<Pull> {

  @Override
  public Optional<Finding> examine(Pull pull, Facts facts) throws Unobservable {
    return pull.stoppedBy(Stop.Why.CLOCK, facts)
        .map(
            finding -> finding.mend(Remedy.byHand("clock", "timedatectl set-ntp true", "date -u")));
  }
}
