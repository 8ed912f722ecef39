package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.exchange.Leg.Direction;
import dockdiag.playbooks.exchange.Stop;
import dockdiag.playbooks.exchange.Stop.Part;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The engine's rules that accept forwarded packets are gone, and what no rule accepts is dropped.
public final class ForwardRulesMissing implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Optional<Stop> stop =
        Stop.first(flow, facts, Part.HOST, one -> one.isOnHost(Direction.REQUEST));
    return stop.isPresent() && EngineForward.isMissing(flow, stop.get(), facts)
        ? Optional.of(found(flow, stop.get(), facts))
        : Optional.empty();
  }

  private static Finding found(Flow flow, Stop stop, Facts facts) throws Unobservable {
    return Blocked.seen(flow, stop, facts)
        .because(flow.inspect(), "no rule of the chain DOCKER accepts " + flow.port().orElseThrow())
        .mend(Remedy.byHand("restart", "systemctl restart docker"));
  }
}
