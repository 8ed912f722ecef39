package dockdiag.playbooks.registry;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// Large packets between the host and the registry are lost, small ones are not.
public final class RegistryMtu implements Check<Pull> {

  @Override
  public Optional<Finding> examine(Pull pull, Facts facts) throws Unobservable {
    return pull.stoppedBy(Stop.Why.MTU, facts)
        .map(
            finding ->
                finding.mend(
                    Remedy.byHand(
                        "mtu",
                        "ip route get " + HostName.bare(finding.words().getOrDefault("where", "")),
                        "ip link set dev DEVICE mtu 1400")));
  }
}
