package dockdiag.playbooks.registry;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Confidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// Nothing comes back from the registry.
public final class RegistryTimeout implements Check<Pull> {

  @Override
  public Optional<Finding> examine(Pull pull, Facts facts) throws Unobservable {
    return pull.stoppedBy(Stop.Why.TIMEOUT, facts)
        .map(
            finding ->
                finding
                    .with(Confidence.LIKELY) // the engine may wait for longer
                    .mend(
                        Remedy.byHand(
                            "path",
                            "tracepath -n "
                                + HostName.bare(finding.words().getOrDefault("where", ""))))
                    .mend(Remedy.byHand("proxy")));
  }
}
