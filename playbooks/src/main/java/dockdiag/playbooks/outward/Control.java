package dockdiag.playbooks.outward;

import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Reach.Fate;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.playbooks.resolver.RuleEvidence;
import dockdiag.playbooks.route.Policy;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.LookupProbe;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.route.Neighbour;
import dockdiag.probes.route.NeighboursProbe;
import dockdiag.probes.route.RoutingProbe;
import dockdiag.probes.route.RoutingProbe.IpVersion;
import dockdiag.probes.route.TableRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The control experiment: what keeps the host itself from whom a container does not reach.
public final class Control {

  private final Egress egress;
  private final Outing outing;
  private final Facts facts;

  private Control(Egress egress, Outing outing, Facts facts) {
    this.egress = egress;
    this.outing = outing;
    this.facts = facts;
  }

  /// What keeps it from getting out at all; nothing where it gets out, whoever then answers.
  ///
  /// @throws Unobservable where it cannot be told
  public static List<Evidence> hindrance(Egress egress, Outing outing, Facts facts)
      throws Unobservable {
    return new Control(egress, outing, facts).hindrance();
  }

  private List<Evidence> hindrance() throws Unobservable {
    boolean sent = outing.target().kind() != Target.Kind.ANYBODY;
    if (sent && !fails(outing.seenByHost(facts))) {
      return List.of();
    }
    Optional<Evidence> here = inKernel();
    if (here.isPresent() || !sent) {
      return here.stream().toList();
    }
    Optional<Evidence> rule = byRule();
    return rule.isPresent() ? rule.stream().toList() : alike();
  }

  private static boolean fails(Optional<Fate> seen) {
    return seen.filter(fate -> fate == Fate.DROPPED || fate == Fate.UNREACHABLE).isPresent();
  }

  private Optional<Evidence> inKernel() throws Unobservable {
    Address to = outing.target().address();
    RoutingProbe routing =
        new RoutingProbe(Namespace.HOST, to.isIpv6() ? IpVersion.V6 : IpVersion.V4);
    Optional<TableRoute> route =
        new Policy(facts.get(routing)).choice(to).map(Policy.Choice::route);
    if (route.isEmpty()) {
      return Optional.of(Evidence.of(routing, "no route to " + to));
    }
    return switch (route.get().type()) {
      case BLACKHOLE, UNREACHABLE, PROHIBIT ->
          Optional.of(Evidence.of(routing, route.get().type() + " " + route.get().destination()));
      case UNICAST -> onLink(route.get());
      case LOCAL, BROADCAST, MULTICAST, ANYCAST, THROW -> Optional.empty();
    };
  }

  /// That its interface is down, or the next hop does not answer.
  private Optional<Evidence> onLink(TableRoute route) throws Unobservable {
    LinksProbe links = new LinksProbe(Namespace.HOST);
    Optional<Link> link =
        facts.get(links).stream().filter(one -> one.name().equals(route.device())).findFirst();
    if (link.isPresent() && (!link.get().up() || !link.get().carrier())) {
      return Optional.of(
          Evidence.of(links, route.device() + ": " + (link.get().up() ? "NO-CARRIER" : "not UP")));
    }
    NeighboursProbe neighbours = new NeighboursProbe(Namespace.HOST);
    return route.via().isEmpty()
        ? Optional.empty()
        : facts.get(neighbours).stream()
            .filter(one -> one.address().equals(route.via().get()))
            .filter(one -> isSilent(one))
            .findFirst()
            .map(
                one ->
                    Evidence.of(
                        neighbours, one.address() + " dev " + one.device() + " " + one.state()));
  }

  /// Whether nobody answers for its address.
  public static boolean isSilent(Neighbour neighbour) {
    return neighbour.state().contains("FAILED") || neighbour.state().contains("INCOMPLETE");
  }

  private Optional<Evidence> byRule() throws Unobservable {
    return facts.infer(outing.control()).end() instanceof End.Stopped(_, var fate)
        ? place(fate).map(RuleEvidence::of)
        : Optional.empty();
  }

  private static Optional<Place> place(dockdiag.playbooks.packetpath.Fate fate) {
    return switch (fate) {
      case dockdiag.playbooks.packetpath.Fate.Dropped(Place place) -> Optional.of(place);
      case dockdiag.playbooks.packetpath.Fate.Rejected(Place place, _) -> Optional.of(place);
      case dockdiag.playbooks.packetpath.Fate _ -> Optional.empty();
    };
  }

  /// That none of the servers answers it that its own settings name.
  private List<Evidence> alike() throws Unobservable {
    List<Evidence> silent = new ArrayList<>();
    for (Outing witness : egress.witnesses(facts)) {
      if (!fails(witness.seenByHost(facts))) {
        return List.of();
      }
      LookupProbe probe = witness.target().lookup(Namespace.HOST);
      silent.add(Evidence.of(probe, facts.get(probe).toString()));
    }
    return silent;
  }
}
