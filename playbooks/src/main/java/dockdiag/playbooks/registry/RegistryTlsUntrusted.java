package dockdiag.playbooks.registry;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The registry's certificate will not do: nobody whom the host believes answers for it, its time
/// is over, or it is for another name.
public final class RegistryTlsUntrusted implements Check<Pull> {

  @Override
  public Optional<Finding> examine(Pull pull, Facts facts) throws Unobservable {
    return pull.stoppedBy(Stop.Why.UNTRUSTED, facts).map(RegistryTlsUntrusted::mended);
  }

  private static Finding mended(Finding finding) {
    String folder = "/etc/docker/certs.d/" + finding.words().get("where");
    return String.valueOf(finding.words().get("how")).equals("unknown-authority")
        ? finding.mend(
            Remedy.byHand("authority", "mkdir -p " + folder, "cp ca.crt " + folder + "/ca.crt"))
        : finding.mend(Remedy.byHand("renew"));
  }
}
