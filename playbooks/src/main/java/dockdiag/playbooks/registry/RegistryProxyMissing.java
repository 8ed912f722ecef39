package dockdiag.playbooks.registry;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The registry is reached by a proxy that the host knows and the engine does not.
public final class RegistryProxyMissing implements Check<Pull> {

  @Override
  public Optional<Finding> examine(Pull pull, Facts facts) throws Unobservable {
    return pull.stoppedBy(Stop.Why.PROXY_MISSING, facts)
        .map(
            finding ->
                finding.mend(
                    Remedy.byHand(
                        "tell",
                        "mkdir -p /etc/systemd/system/docker.service.d",
                        "printf '[Service]\\nEnvironment=HTTP_PROXY=%1$s HTTPS_PROXY=%1$s\\n'"
                                .formatted(finding.words().get("how"))
                            + " > /etc/systemd/system/docker.service.d/proxy.conf",
                        "systemctl daemon-reload",
                        "systemctl restart docker")));
  }
}
