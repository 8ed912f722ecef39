package dockdiag.playbooks.registry;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The proxy that the engine asks does not lead to the registry.
public final class RegistryProxyUnreachable implements Check<Pull> {

  @Override
  public Optional<Finding> examine(Pull pull, Facts facts) throws Unobservable {
    return pull.stoppedBy(Stop.Why.PROXY, facts).map(RegistryProxyUnreachable::mended);
  }

  /// Where the registry answered without the proxy, there is a shorter way.
  private static Finding mended(Finding finding) {
    Finding proxy = finding.mend(Remedy.byHand("proxy"));
    return finding.evidence().size() > 1
        ? proxy.mend(Remedy.byHand("exempt", "systemctl restart docker"))
        : proxy;
  }
}
