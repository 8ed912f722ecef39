package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.exchange.Leg.Direction;
import dockdiag.playbooks.exchange.Stop;
import dockdiag.playbooks.exchange.Stop.Part;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Hook.Point;
import java.util.Optional;
import java.util.Set;

/// A rule or a policy of the host stops the request on its way to the container.
public final class ForwardDropped implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Optional<Stop> stop = Stop.first(flow, facts, Part.HOST, ForwardDropped::isOnTheWay);
    return stop.isEmpty() || EngineForward.isMissing(flow, stop.get(), facts)
        ? Optional.empty()
        : Optional.of(Blocked.finding(flow, stop.get(), facts));
  }

  /// docker-proxy asks the container as any process of the host does.
  @Override
  public Set<String> brings() {
    return Set.of("proxy-answers-backend-closed");
  }

  private static boolean isOnTheWay(Stop stop) {
    return stop.isOnHost(Direction.REQUEST) && stop.point().filter(Point.INPUT::equals).isEmpty();
  }
}
