package dockdiag.playbooks.link;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.LinksProbe;
import java.util.Optional;

/// The host's interface under a macvlan or ipvlan network is down, gone, or has no cable.
public final class MacvlanParentDown implements Check<Wired> {

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    return Wired.first(scope.networks(facts), MacvlanParentDown::judge);
  }

  private static Optional<Finding> judge(Cables cables) throws Unobservable {
    Optional<String> parent = cables.network().parent();
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    Optional<Link> link =
        cables.outside().get().stream().filter(one -> one.name().equals(parent.get())).findFirst();
    if (link.isPresent() && link.get().up() && link.get().carrier()) {
      return Optional.empty();
    }
    String state = link.map(one -> one.up() ? "NO-CARRIER" : "not UP").orElse("not there");
    // it may be so on purpose as long as nobody is there who would need it
    Finding finding =
        cables.live().isEmpty() ? Finding.note(cables.subject()) : Finding.error(cables.subject());
    return Optional.of(
        finding
            .word("parent", parent.get())
            .word("state", state)
            .because(new LinksProbe(Namespace.HOST), parent.get() + ": " + state)
            .mend(mended(parent.get(), link)));
  }

  private static Remedy mended(String parent, Optional<Link> link) {
    boolean isDown = link.map(one -> !one.up()).orElse(false);
    return isDown
        ? Remedy.automatic("up", "ip link set dev " + parent + " up")
            .undoneBy("ip link set dev " + parent + " down")
            .untilReboot()
        : Remedy.byHand("cable");
  }
}
