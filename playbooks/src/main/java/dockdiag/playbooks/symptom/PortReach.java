package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Entrance;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.Reach.Fate;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.Endpoint;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.reach.ConnectProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The clients of one published port, class by class, and the real packets that stand for them.
///
/// Nobody can send for an outside client from here: its row says what is known without.
final class PortReach {

  private static final String OUTSIDE = "outside";

  /// One packet to send.
  ///
  /// @param from the class of clients that it stands for
  private record Attempt(String from, ConnectProbe probe) {
    boolean canBeSent() {
      return !from.equals(OUTSIDE);
    }
  }

  private PortReach() {}

  /// The probes that [#of] will ask for.
  static List<ConnectProbe> probes(Flow flow, Facts facts) throws Unobservable {
    return attempts(flow, facts).stream().filter(Attempt::canBeSent).map(Attempt::probe).toList();
  }

  static List<Reach> of(Flow flow, Facts facts) {
    List<Reach> rows = new ArrayList<>();
    try {
      for (Attempt attempt : attempts(flow, facts)) {
        row(flow, facts, attempt).ifPresent(rows::add);
      }
    } catch (Unobservable unknown) {
      return rows; // the checks say what could not be seen; the table shows what was
    }
    return rows;
  }

  private static List<Attempt> attempts(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    Port port = flow.port().orElseThrow();
    List<Attempt> attempts = new ArrayList<>();
    for (Entrance entrance : Entrance.to(container, port, facts)) {
      attempts.addAll(onHost(entrance));
    }
    if (container.hasProcess()) {
      attempts.addAll(sameNetwork(flow, container, facts));
    }
    return attempts;
  }

  /// What comes from outside to the host's own address goes the same way but for its last steps.
  private static List<Attempt> onHost(Entrance entrance) {
    return switch (entrance.kind()) {
      case LOOPBACK -> List.of(new Attempt("host-loopback", entrance.probe()));
      case OWN_ADDRESS ->
          List.of(
              new Attempt(OUTSIDE, entrance.probe()),
              new Attempt("host-address", entrance.probe()));
    };
  }

  /// From a neighbour's namespace where there is a neighbour, else from the container's own.
  private static List<Attempt> sameNetwork(Flow flow, Container container, Facts facts)
      throws Unobservable {
    List<Attempt> attempts = new ArrayList<>();
    for (Endpoint endpoint : container.endpoints()) {
      Namespace from = neighbour(container, endpoint, facts).orElse(flow.inside(container));
      for (Address address : endpoint.addresses()) {
        ConnectProbe probe = new ConnectProbe(from, address, flow.port().orElseThrow(), "");
        attempts.add(new Attempt("same-network", probe));
      }
    }
    return attempts;
  }

  private static Optional<Namespace> neighbour(Container container, Endpoint endpoint, Facts facts)
      throws Unobservable {
    for (ContainerSummary other : facts.get(new ContainersProbe())) {
      boolean shares =
          other.status() == Container.Status.RUNNING
              && !other.id().equals(container.id())
              && other.endpoints().stream()
                  .anyMatch(one -> one.networkId().equals(endpoint.networkId()));
      if (shares) {
        Container described = facts.get(Flow.to(other.name()).inspect());
        return Optional.of(Flow.to(other.name()).inside(described));
      }
    }
    return Optional.empty();
  }

  private static Optional<Reach> row(Flow flow, Facts facts, Attempt attempt) {
    ConnectProbe probe = attempt.probe();
    if (!attempt.canBeSent()) {
      return Optional.of(row(flow, attempt, Optional.empty()));
    }
    try {
      var seen = facts.get(probe);
      if (seen.outcome() == dockdiag.probes.reach.Reach.Outcome.NO_ADDRESS) {
        return Optional.empty(); // that namespace does not speak this family
      }
      return Optional.of(row(flow, attempt, Optional.of(fate(seen))));
    } catch (Unobservable notSent) {
      return Optional.of(row(flow, attempt, Optional.empty()));
    }
  }

  private static Reach row(Flow flow, Attempt attempt, Optional<Fate> observed) {
    Address to = attempt.probe().to();
    Port port = attempt.probe().port();
    return new Reach(
        flow.subject(),
        attempt.from(),
        to.isIpv6() ? "ipv6" : "ipv4",
        port.protocol().toString(),
        to.with(port.number()),
        Optional.empty(),
        observed,
        Optional.empty());
  }

  private static Fate fate(dockdiag.probes.reach.Reach seen) {
    return switch (seen.outcome()) {
      case CONNECTED -> isClosedUnspoken(seen) ? Fate.CLOSED : Fate.DELIVERED;
      case ANSWERED -> Fate.DELIVERED;
      case REFUSED, RESET -> Fate.REFUSED;
      case TIMED_OUT -> Fate.DROPPED;
      case NO_ROUTE, UNREACHABLE, NO_ADDRESS -> Fate.UNREACHABLE;
      case SILENT -> Fate.SILENT;
    };
  }

  private static boolean isClosedUnspoken(dockdiag.probes.reach.Reach seen) {
    return seen.then() != dockdiag.probes.reach.Reach.Then.OPEN && seen.received().isEmpty();
  }
}
