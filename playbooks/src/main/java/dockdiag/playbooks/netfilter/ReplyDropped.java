package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.exchange.Leg.Direction;
import dockdiag.playbooks.exchange.Stop;
import dockdiag.playbooks.exchange.Stop.Part;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The server gets the request, and a rule or a policy of the host stops its answer.
public final class ReplyDropped implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Optional<Stop> stop = Stop.first(flow, facts, Part.ALL, one -> one.isOnHost(Direction.REPLY));
    return stop.isPresent()
        ? Optional.of(Blocked.finding(flow, stop.get(), facts))
        : Optional.empty();
  }
}
