package dockdiag.playbooks.conntrack;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Subject;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.conntrack.ConntrackUsage;
import dockdiag.probes.conntrack.ConntrackUsageProbe;
import java.util.Optional;

/// The kernel's table of connections is full, and packets of new ones are dropped.
public final class ConntrackFull implements Check<Flow> {

  private static final String MAX = "net.netfilter.nf_conntrack_max";

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    ConntrackUsageProbe probe = new ConntrackUsageProbe(Namespace.HOST);
    ConntrackUsage usage = facts.get(probe);
    if (!usage.isFull()) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.error(Subject.container(flow.container()))
            .word("count", usage.count())
            .word("max", usage.max())
            .because(
                probe, "nf_conntrack_count = %d, max = %d".formatted(usage.count(), usage.max()))
            .mend(
                Remedy.byHand("raise", "sysctl -w " + MAX + "=" + 2 * usage.max())
                    .undoneBy("sysctl -w " + MAX + "=" + usage.max())
                    .untilReboot())
            .mend(Remedy.byHand("look", "conntrack -L | awk '{print $1, $4}' | sort | uniq -c")));
  }
}
