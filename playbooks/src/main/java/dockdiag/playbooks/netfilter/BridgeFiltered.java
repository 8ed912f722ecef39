package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.exchange.Leg.Where;
import dockdiag.playbooks.exchange.Stop;
import dockdiag.playbooks.exchange.Stop.Part;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.sysctl.SysctlProbe;
import java.util.Optional;
import java.util.Set;

/// What goes from port to port of a bridge is shown to the host's rules, and one of them stops it.
public final class BridgeFiltered implements Check<Contact> {

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    Optional<Stop> stop = Stop.first(contact.flow(), facts, Part.ALL, BridgeFiltered::isOverBridge);
    if (stop.isEmpty()) {
      return Optional.empty();
    }
    Place place = stop.get().place().orElseThrow();
    String tables = place.table().family() == Family.IP6 ? "ip6tables" : "iptables";
    SysctlProbe setting = new SysctlProbe(Namespace.HOST, "net.bridge.bridge-nf-call-" + tables);
    Finding finding =
        Blocked.finding(contact.flow(), stop.get(), facts)
            .word("bridge", stop.get().leg().before().in());
    return place.table().family() == Family.BRIDGE
        ? Optional.of(finding)
        : Optional.of(finding.because(setting, facts.get(setting)));
  }

  private static boolean isOverBridge(Stop stop) {
    return stop.leg().where() instanceof Where.OverBridge && stop.place().isPresent();
  }

  @Override
  public Set<String> brings() {
    return Set.of("forward-dropped", "reply-dropped");
  }
}
