package dockdiag.playbooks.firewall;

import dockdiag.playbooks.netfilter.Departure;
import dockdiag.playbooks.netfilter.Departures;
import dockdiag.playbooks.netfilter.Owner;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.playbooks.packetpath.RulesetOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.firewall.Zone;
import java.util.List;
import java.util.Optional;

/// What firewalld's rules stop, and where it counts a bridge in.
final class Firewalld {

  private Firewalld() {}

  /// Whether its rules are at work.
  static boolean isAtWork(Facts facts) throws Unobservable {
    return facts.infer(new RulesetOf(Namespace.HOST)).tables().stream()
        .anyMatch(
            table ->
                table.chains().stream()
                    .anyMatch(chain -> Owner.of(table, chain.name()) == Owner.FIREWALLD));
  }

  /// The networks whose containers it keeps from the outside.
  static List<Departure> stopped(Facts facts) throws Unobservable {
    return isAtWork(facts)
        ? facts.infer(new Departures()).stream()
            .filter(one -> one.stoppedAt().filter(Firewalld::isOfForward).isPresent())
            .toList()
        : List.of();
  }

  /// Whether it is one of firewalld's chains for forwarded packets, `filter_FWD_docker` or, over
  /// iptables, `FWD_docker`; what comes for docker-proxy meets those for the host itself.
  static boolean isOfForward(Place place) {
    return Owner.of(place.table(), place.chain()) == Owner.FIREWALLD
        && place.chain().matches("(filter_)?(FWD[IO]?_|FORWARD).*");
  }

  static Optional<Zone> zone(String device, List<Zone> zones) {
    return zones.stream().filter(zone -> zone.interfaces().contains(device)).findFirst();
  }

  /// Whether it is in no zone, or in one that does not let everything through.
  static boolean isAstray(String device, List<Zone> zones) {
    return zone(device, zones).filter(zone -> zone.target().equals("ACCEPT")).isEmpty();
  }
}
