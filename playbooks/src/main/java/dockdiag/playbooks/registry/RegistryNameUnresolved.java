package dockdiag.playbooks.registry;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The host does not resolve the registry's name.
public final class RegistryNameUnresolved implements Check<Pull> {

  @Override
  public Optional<Finding> examine(Pull pull, Facts facts) throws Unobservable {
    return pull.stoppedBy(Stop.Why.NAME, facts)
        .map(
            finding ->
                finding.mend(
                    Remedy.byHand(
                        "resolver",
                        "cat /etc/resolv.conf",
                        "getent hosts "
                            + HostName.bare(finding.words().getOrDefault("where", "")))));
  }
}
