package dockdiag.playbooks.firewall;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.netfilter.Arrival;
import dockdiag.playbooks.netfilter.Arrivals;
import dockdiag.playbooks.netfilter.Departure;
import dockdiag.playbooks.netfilter.Departures;
import dockdiag.playbooks.netfilter.HostRules;
import dockdiag.playbooks.netfilter.Walked;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.firewall.FirewalldSettingsProbe;
import dockdiag.probes.firewall.ZonesProbe;
import dockdiag.probes.netfilter.NftProbe;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// firewalld rejects what is forwarded between zones, although the bridge is in a zone that lets
/// everything through: by a policy between zones, or by strict forward ports.
public final class FirewalldRejectsForward implements Check<Scope> {

  private static final String POLICY = "filter_FWD_policy_";
  private static final String LOOK = "firewall-cmd --list-all-policies";

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    if (!Firewalld.isAtWork(facts)) {
      return Optional.empty();
    }
    List<Arrival> arrivals = facts.infer(Arrivals.of(scope));
    for (Arrival arrival : arrivals) {
      Optional<Place> stop = arrival.stoppedAt().filter(Firewalld::isOfForward);
      if (stop.isPresent()) {
        return Optional.of(found(scope, stop.get(), arrival.toString(), facts));
      }
    }
    if (scope instanceof HostRules) {
      for (Departure departure : Firewalld.stopped(facts)) {
        if (!Firewalld.isAstray(departure.bridge(), facts.get(new ZonesProbe()))) {
          Place stop = departure.stoppedAt().orElseThrow();
          return Optional.of(found(scope, stop, "network " + departure.network(), facts));
        }
      }
      Walked.clearFor(facts.infer(new Departures()));
    }
    return Walked.clearOf(arrivals);
  }

  private static Finding found(Scope scope, Place place, String what, Facts facts)
      throws Unobservable {
    boolean strict = facts.get(new FirewalldSettingsProbe()).strictForwardPorts();
    Finding finding =
        Finding.error(scope.subject())
            .word("what", what)
            .word("place", place)
            .because(new NftProbe(Namespace.HOST), place + ": " + place.text())
            .because(new FirewalldSettingsProbe(), "StrictForwardPorts=" + (strict ? "yes" : "no"));
    if (strict) {
      return finding.mend(
          Remedy.byHand(
              "strict",
              "sed -i 's/^StrictForwardPorts=.*/StrictForwardPorts=no/'"
                  + " /etc/firewalld/firewalld.conf",
              "firewall-cmd --reload"));
    }
    return finding.mend(
        place.chain().startsWith(POLICY) ? ofPolicy(place) : Remedy.byHand("look", LOOK));
  }

  private static Remedy ofPolicy(Place place) {
    String name =
        place.chain().substring(POLICY.length()).replaceFirst("_(pre|log|deny|allow|post)$", "");
    String policy = "firewall-cmd --permanent --policy=" + CommandLine.of(name);
    return Remedy.byHand("policy", policy + " --set-target=CONTINUE", "firewall-cmd --reload")
        .undoneBy(policy + " --set-target=REJECT", "firewall-cmd --reload");
  }

  @Override
  public Set<String> brings() {
    return Set.of("forward-dropped", "egress-dropped");
  }
}
