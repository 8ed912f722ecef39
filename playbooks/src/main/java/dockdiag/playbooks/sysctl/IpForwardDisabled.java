package dockdiag.playbooks.sysctl;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Subject;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.sysctl.SysctlProbe;
import java.util.Optional;
import java.util.Set;

/// The host's kernel forwards no IPv4 packet at all, so none comes from outside to a container.
public final class IpForwardDisabled implements Check<Flow> {

  private static final String NAME = "net.ipv4.ip_forward";

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    SysctlProbe probe = new SysctlProbe(Namespace.HOST, NAME);
    String value = facts.get(probe);
    if (!value.equals("0")) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.error(Subject.container(flow.container()))
            .because(probe, NAME + " = " + value)
            .mend(
                Remedy.automatic("enable", "sysctl -w net.ipv4.ip_forward=1")
                    .undoneBy("sysctl -w net.ipv4.ip_forward=0")
                    .untilReboot())
            .mend(
                Remedy.byHand(
                    "persist",
                    "grep -rs ip_forward /etc/sysctl.conf /etc/sysctl.d /run/sysctl.d"
                        + " /usr/lib/sysctl.d",
                    "echo net.ipv4.ip_forward=1 > /etc/sysctl.d/90-docker.conf")));
  }

  @Override
  public Set<String> brings() {
    return Set.of(
        "upstream-dns-unreachable",
        "upstream-dns-intermittent",
        "first-nameserver-dead",
        "dns-option-wrong",
        "resolv-conf-stale");
  }
}
