package dockdiag.playbooks.egress;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Reach.Fate;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.Outing;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The way is free, and the far end says no: to the host as to the container.
public final class RemoteRefuses implements Check<Egress> {

  @Override
  public Optional<Finding> examine(Egress egress, Facts facts) throws Unobservable {
    for (Outing outing : egress.pending(facts)) {
      boolean refused =
          outing.target().isNamed()
              && isRefused(outing.seen(facts))
              && isRefused(outing.seenByHost(facts));
      if (refused && outing.isFree(facts)) {
        return Optional.of(found(egress, outing));
      }
    }
    return Optional.empty();
  }

  private static boolean isRefused(Optional<Fate> seen) {
    return seen.equals(Optional.of(Fate.REFUSED));
  }

  private static Finding found(Egress egress, Outing outing) {
    return Finding.error(egress.subject())
        .word("to", outing.target())
        .because(
            outing.target().probe(outing.exit().inside()).orElseThrow(), Fate.REFUSED.toString())
        .because(outing.target().probe(Namespace.HOST).orElseThrow(), Fate.REFUSED.toString())
        .mend(Remedy.byHand("there"));
  }
}
