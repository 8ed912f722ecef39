package dockdiag.playbooks.egress;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.outward.Control;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.Outing;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The host does not get out either: whatever is wrong, it is not Docker.
public final class HostHasNoEgress implements Check<Egress> {

  @Override
  public Optional<Finding> examine(Egress egress, Facts facts) throws Unobservable {
    for (Outing outing : egress.pending(facts)) {
      List<Evidence> why = Control.hindrance(egress, outing, facts);
      if (!why.isEmpty()) {
        return Optional.of(found(egress, outing, why, facts));
      }
    }
    return Optional.empty();
  }

  private static Finding found(Egress egress, Outing outing, List<Evidence> why, Facts facts)
      throws Unobservable {
    Finding finding = Finding.error(egress.subject()).word("address", outing.target().address());
    Optional<Probe<?>> control = outing.target().probe(Namespace.HOST);
    if (control.isPresent()) {
      finding = finding.because(control.get(), outing.seenByHost(facts).orElseThrow().toString());
    }
    for (Evidence one : why) {
      finding = finding.because(one);
    }
    return finding.mend(
        Remedy.byHand("host", "ip route get " + outing.target().address(), "ip neigh"));
  }

  @Override
  public Set<String> brings() {
    return Set.of("remote-silent", "proxy-unreachable");
  }
}
