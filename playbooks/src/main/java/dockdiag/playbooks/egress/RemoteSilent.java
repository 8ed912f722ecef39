package dockdiag.playbooks.egress;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Reach.Fate;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.outward.Control;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.Outing;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// Packets leave the host as they should, and the far end never answers: neither the container nor
/// the host.
public final class RemoteSilent implements Check<Egress> {

  @Override
  public Optional<Finding> examine(Egress egress, Facts facts) throws Unobservable {
    if (egress.whom().isPresent() && egress.pending(facts).isEmpty()) {
      return Optional.empty();
    }
    for (Outing outing : egress.outings(facts)) {
      Optional<Fate> seen = outing.seen(facts);
      boolean silent = isSilent(seen) && isSilent(outing.seenByHost(facts));
      if (silent && outing.isFree(facts) && Control.hindrance(egress, outing, facts).isEmpty()) {
        return Optional.of(found(egress, outing, facts));
      }
    }
    return Optional.empty();
  }

  private static boolean isSilent(Optional<Fate> seen) {
    return seen.filter(fate -> fate == Fate.DROPPED || fate == Fate.UNREACHABLE).isPresent();
  }

  private static Finding found(Egress egress, Outing outing, Facts facts) throws Unobservable {
    Finding finding =
        outing.target().isNamed() && egress.whom().isPresent()
            ? Finding.error(egress.subject())
            : Finding.warning(egress.subject());
    return finding
        .word("to", outing.target())
        .because(
            outing.target().probe(outing.exit().inside()).orElseThrow(),
            outing.seen(facts).orElseThrow().toString())
        .because(
            outing.target().probe(Namespace.HOST).orElseThrow(),
            outing.seenByHost(facts).orElseThrow().toString())
        .mend(Remedy.byHand("there", "traceroute " + outing.target().address()));
  }
}
