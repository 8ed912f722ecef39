package dockdiag.cli.command;

import dockdiag.cli.session.Session;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.netfilter.HostRules;
import dockdiag.playbooks.symptom.FirewallInTheWay;
import dockdiag.probes.Unobservable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Which firewall decides what, and where does it hurt Docker?
@Command(
    name = "firewall",
    description = "which firewall decides what, and where does it hurt Docker?",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  dockdiag firewall                       firewalld, ufw, nftables, iptables: all of it",
      "  dockdiag firewall --fail-on warning     status 1 where ports are open past the firewall",
      "  dockdiag firewall --ignore published-to-the-world"
    })
public final class FirewallCommand implements Callable<Integer> {

  @Mixin private DiagnosisOptions options = new DiagnosisOptions();

  private final Work work;

  /// Carried out with this.
  public FirewallCommand(Work work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    return new Diagnosing(work, options).call(FirewallCommand::diagnose);
  }

  private static Diagnosis diagnose(Session session) throws Unobservable {
    return Examination.of(new FirewallInTheWay(), HostRules.all(), session.facts());
  }
}
