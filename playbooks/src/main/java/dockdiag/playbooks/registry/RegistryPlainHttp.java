package dockdiag.playbooks.registry;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The registry speaks HTTP without TLS, and the engine was not told that this is meant so.
public final class RegistryPlainHttp implements Check<Pull> {

  @Override
  public Optional<Finding> examine(Pull pull, Facts facts) throws Unobservable {
    return pull.stoppedBy(Stop.Why.PLAIN_HTTP, facts)
        .map(
            finding ->
                finding
                    .mend(Remedy.byHand("tls"))
                    .mend(Remedy.byHand("insecure", "systemctl reload docker")));
  }
}
