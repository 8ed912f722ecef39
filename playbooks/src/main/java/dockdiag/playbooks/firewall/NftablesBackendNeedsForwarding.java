package dockdiag.playbooks.firewall;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.netfilter.expected.EngineRules;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.sysctl.SysctlProbe;
import java.util.Optional;
import java.util.Set;

/// The engine keeps its rules in nft's own tables and then leaves forwarding as it finds it: off.
public final class NftablesBackendNeedsForwarding implements Check<Scope> {

  private static final String NAME = "net.ipv4.ip_forward";

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    if (EngineRules.backend(facts) != Backend.NFTABLES) {
      return Optional.empty();
    }
    SysctlProbe probe = new SysctlProbe(Namespace.HOST, NAME);
    String value = facts.get(probe);
    return value.equals("0") ? Optional.of(found(scope, probe)) : Optional.empty();
  }

  private static Finding found(Scope scope, SysctlProbe probe) {
    return Finding.error(scope.subject())
        .because(probe, NAME + " = 0")
        .because(new NftProbe(Namespace.HOST), "table ip docker-bridges")
        .mend(
            Remedy.automatic("enable", "sysctl -w " + NAME + "=1")
                .undoneBy("sysctl -w " + NAME + "=0")
                .untilReboot())
        .mend(Remedy.byHand("persist", "echo " + NAME + "=1 > /etc/sysctl.d/90-docker.conf"));
  }

  @Override
  public Set<String> brings() {
    return Set.of("ip-forward-disabled");
  }
}
