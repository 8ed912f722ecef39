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

/// The request is docker-proxy's to take, and the host's INPUT stops it before.
public final class InputDropped implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Optional<Stop> stop = Stop.first(flow, facts, Part.HOST, InputDropped::isForHost);
    return stop.isPresent()
        ? Optional.of(Blocked.finding(flow, stop.get(), facts))
        : Optional.empty();
  }

  /// The host itself asks docker-proxy over `::1` first.
  @Override
  public Set<String> brings() {
    return Set.of("localhost-resolves-to-ipv6");
  }

  private static boolean isForHost(Stop stop) {
    return stop.isOnHost(Direction.REQUEST) && stop.point().filter(Point.INPUT::equals).isPresent();
  }
}
