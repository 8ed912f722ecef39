package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.exchange.Exchange;
import dockdiag.playbooks.exchange.Leg.Direction;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.Exit;
import dockdiag.playbooks.outward.Outing;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.ResolvConfProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.netfilter.NftProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A container's way out, stage by stage: its route, what its name resolves to, with which address
/// its packets leave the host, and what they met.
final class EgressStages {

  private EgressStages() {}

  static List<Evidence> of(Egress egress, Facts facts) {
    try {
      return switch (egress.part()) {
        case CABLE -> route(egress, facts);
        case NAME -> address(egress, facts);
        case WAY -> way(egress, facts);
        case CONTAINER, HOST, SERVERS -> List.of();
      };
    } catch (Unobservable unknown) {
      return List.of(); // the checks say what could not be seen
    }
  }

  private static List<Evidence> route(Egress egress, Facts facts) throws Unobservable {
    Exit exit = egress.exit(facts);
    return exit.route().stream()
        .map(
            route ->
                Evidence.of(
                    exit.routing(),
                    route.destination()
                        + route.via().map(via -> " via " + via).orElse("")
                        + " dev "
                        + route.device()))
        .toList();
  }

  private static List<Evidence> address(Egress egress, Facts facts) throws Unobservable {
    String host = egress.whom().orElseThrow().host();
    Namespace inside = egress.flow().inside(facts.get(egress.inspect()));
    Optional<Address> address = egress.address(host, facts);
    return address.stream()
        .map(one -> Evidence.of(ResolvConfProbe.of(inside), host + ": " + one))
        .toList();
  }

  private static List<Evidence> way(Egress egress, Facts facts) throws Unobservable {
    List<Evidence> stages = new ArrayList<>();
    for (Outing outing : egress.outings(facts)) {
      leaving(facts.infer(outing.trip())).ifPresent(stages::add);
      met(outing, outing.exit().inside(), facts).ifPresent(stages::add);
      met(outing, Namespace.HOST, facts).ifPresent(stages::add);
    }
    return stages;
  }

  private static Optional<Evidence> leaving(Exchange trip) {
    return trip.legs().stream()
        .filter(leg -> leg.direction() == Direction.REQUEST)
        .reduce((first, last) -> last)
        .filter(_ -> trip.end() instanceof End.Away)
        .map(leg -> leg.trace().fate())
        .filter(Fate.Sent.class::isInstance)
        .map(Fate.Sent.class::cast)
        .map(
            sent ->
                Evidence.of(
                    new NftProbe(Namespace.HOST),
                    "leaves by " + sent.device() + ": " + sent.packet()));
  }

  private static Optional<Evidence> met(Outing outing, Namespace from, Facts facts) {
    Optional<Probe<?>> probe = outing.target().probe(from);
    try {
      Optional<dockdiag.playbooks.Reach.Fate> fate =
          from.equals(Namespace.HOST) ? outing.seenByHost(facts) : outing.seen(facts);
      return probe.flatMap(one -> fate.map(seen -> Evidence.of(one, seen.toString())));
    } catch (Unobservable notSent) {
      return Optional.empty();
    }
  }
}
