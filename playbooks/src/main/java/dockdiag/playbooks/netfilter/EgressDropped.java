package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.exchange.Attempt;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.exchange.Leg;
import dockdiag.playbooks.exchange.Stop;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.Outing;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// A rule or a policy, of the host or of the container itself, stops what the container sends to
/// the outside, or the answer to it.
public final class EgressDropped implements Check<Egress> {

  @Override
  public Optional<Finding> examine(Egress egress, Facts facts) throws Unobservable {
    return Wired.first(egress.pending(facts), outing -> judge(egress, outing, facts));
  }

  private static Optional<Finding> judge(Egress egress, Outing outing, Facts facts)
      throws Unobservable {
    if (!(egress.walked(outing, facts).end() instanceof End.Stopped(Leg leg, Fate fate))) {
      return Optional.empty();
    }
    Stop stop = new Stop(new Attempt("container", outing.trip().asked()), leg, fate);
    return stop.place().isPresent()
        ? Optional.of(Blocked.finding(Finding.error(egress.subject()), stop, facts))
        : Optional.empty();
  }
}
