package dockdiag.playbooks.firewall;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.netfilter.Departure;
import dockdiag.playbooks.netfilter.Departures;
import dockdiag.playbooks.netfilter.Walked;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.firewall.FirewalldSettingsProbe;
import dockdiag.probes.firewall.Zone;
import dockdiag.probes.firewall.ZonesProbe;
import dockdiag.probes.netfilter.NftProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A network's bridge is in no zone of firewalld's, or in one that lets nothing through, so what
/// comes from its containers is treated as what comes from strangers.
public final class FirewalldZoneMissing implements Check<Scope> {

  /// The zone that engines make for their bridges since 20.10.
  private static final String DOCKER = "docker";

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    List<Departure> stopped = Firewalld.stopped(facts);
    if (stopped.isEmpty()) {
      return Firewalld.isAtWork(facts)
          ? Walked.clearFor(facts.infer(new Departures()))
          : Optional.empty();
    }
    List<Zone> zones = facts.get(new ZonesProbe());
    List<Departure> astray = new ArrayList<>();
    for (Departure departure : stopped) {
      if (Firewalld.isAstray(departure.bridge(), zones)) {
        astray.add(departure);
      }
    }
    return astray.isEmpty() ? Optional.empty() : Optional.of(found(scope, astray, zones, facts));
  }

  private static Finding found(Scope scope, List<Departure> astray, List<Zone> zones, Facts facts)
      throws Unobservable {
    Departure first = astray.getFirst();
    Place place = first.stoppedAt().orElseThrow();
    String zone = facts.get(new FirewalldSettingsProbe()).defaultZone();
    String in =
        Firewalld.zone(first.bridge(), zones)
            .map(one -> one.name() + ", target " + one.target())
            .orElse("none, so that of others: " + zone);
    Finding finding =
        Finding.error(scope.subject())
            .word("bridge", first.bridge())
            .word("network", first.network())
            .word("networks", Evidence.list(astray.stream().map(Departure::network).toList()))
            .because(new ZonesProbe(), "zone of " + first.bridge() + ": " + in)
            .because(new NftProbe(Namespace.HOST), place + ": " + place.text());
    boolean own = zones.stream().anyMatch(one -> one.name().equals(DOCKER));
    String into = "firewall-cmd --zone=" + (own ? DOCKER : "trusted");
    return finding.mend(
        Remedy.automatic("zone", commands(into + " --change-interface=", astray))
            .undoneBy(commands(into + " --remove-interface=", astray))
            .untilReload());
  }

  private static String[] commands(String beginning, List<Departure> astray) {
    return astray.stream().map(one -> beginning + one.bridge()).toArray(String[]::new);
  }

  @Override
  public Set<String> brings() {
    return Set.of("egress-dropped", "input-dropped", "dns-blocked");
  }
}
