package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.exchange.Leg.Where;
import dockdiag.playbooks.exchange.Stop;
import dockdiag.playbooks.exchange.Stop.Part;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// A rule or a policy inside the container's own network stops the request or its answer.
public final class ContainerFirewall implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Optional<Stop> stop = Stop.first(flow, facts, Part.ALL, ContainerFirewall::isInside);
    return stop.isPresent()
        ? Optional.of(Blocked.finding(flow, stop.get(), facts))
        : Optional.empty();
  }

  private static boolean isInside(Stop stop) {
    return stop.leg().where() instanceof Where.InContainer && stop.place().isPresent();
  }
}
