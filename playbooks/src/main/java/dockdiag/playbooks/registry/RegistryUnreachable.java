package dockdiag.playbooks.registry;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// Nobody answers at the registry's address, or whoever does is no registry.
public final class RegistryUnreachable implements Check<Pull> {

  @Override
  public Optional<Finding> examine(Pull pull, Facts facts) throws Unobservable {
    return pull.stoppedBy(Stop.Why.UNREACHABLE, facts)
        .map(finding -> finding.mend(Remedy.byHand("server")));
  }
}
