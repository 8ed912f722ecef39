package dockdiag.playbooks.registry;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The registry has the image, and not for the engine's platform.
public final class PlatformNotInManifest implements Check<Pull> {

  @Override
  public Optional<Finding> examine(Pull pull, Facts facts) throws Unobservable {
    return pull.stoppedBy(Stop.Why.PLATFORM, facts)
        .map(
            finding ->
                finding
                    .mend(Remedy.byHand("other"))
                    .mend(Remedy.byHand("emulate", "docker pull --platform … " + pull.name())));
  }
}
