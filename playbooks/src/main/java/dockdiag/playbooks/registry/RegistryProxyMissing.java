package dockdiag.playbooks.registry;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The registry is reached by a proxy that the host knows and the engine does not.
public final class RegistryProxyMissing implements Check<Pull> {

  private static final String SERVICE = "/etc/systemd/system/docker.service.d";
  private static final String RELOAD = "systemctl daemon-reload";
  private static final String RESTART = "systemctl restart docker";

  @Override
  public Optional<Finding> examine(Pull pull, Facts facts) throws Unobservable {
    return pull.stoppedBy(Stop.Why.PROXY_MISSING, facts)
        .map(finding -> finding.mend(isWritten(finding) ? read() : tell(finding)));
  }

  /// Whether a file of the service names it already, since after its start.
  private static boolean isWritten(Finding finding) {
    return finding.evidence().stream().anyMatch(one -> one.source().startsWith(SERVICE + "/"));
  }

  private static Remedy read() {
    return Remedy.byHand("read", RELOAD, RESTART);
  }

  private static Remedy tell(Finding finding) {
    return Remedy.byHand(
        "tell",
        "mkdir -p " + SERVICE,
        "printf '[Service]\\nEnvironment=HTTP_PROXY=%1$s HTTPS_PROXY=%1$s\\n'"
                .formatted(finding.words().get("how"))
            + " > "
            + SERVICE
            + "/dockdiag-proxy.conf",
        RELOAD,
        RESTART);
  }
}
