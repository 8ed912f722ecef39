package dockdiag.playbooks.registry;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The registry has counted too many pulls.
public final class RegistryRateLimit implements Check<Pull> {

  @Override
  public Optional<Finding> examine(Pull pull, Facts facts) throws Unobservable {
    return pull.stoppedBy(Stop.Why.RATE_LIMIT, facts)
        .map(
            finding ->
                finding
                    .mend(Remedy.byHand("login", "docker login " + pull.registry()))
                    .mend(Remedy.byHand("mirror")));
  }
}
