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

/// The network's bridge is set down, or gone.
public final class BridgeDown implements Check<Wired> {

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    return Wired.first(scope.networks(facts), BridgeDown::judge);
  }

  private static Optional<Finding> judge(Cables cables) throws Unobservable {
    Optional<String> name = cables.network().bridge();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Link> bridge = cables.bridge();
    if (bridge.isPresent() && bridge.get().up()) {
      return Optional.empty();
    }
    Finding finding = Finding.error(cables.subject()).word("bridge", name.get());
    return Optional.of(bridge.isPresent() ? down(finding, name.get()) : gone(finding, name.get()));
  }

  private static Finding down(Finding finding, String bridge) {
    return finding
        .because(new LinksProbe(Namespace.HOST), bridge + ": not UP")
        .mend(
            Remedy.automatic("up", "ip link set dev " + bridge + " up")
                .undoneBy("ip link set dev " + bridge + " down")
                .untilReboot());
  }

  private static Finding gone(Finding finding, String bridge) {
    return finding
        .because(new LinksProbe(Namespace.HOST), "no interface " + bridge)
        .mend(Remedy.byHand("restart", "systemctl restart docker"));
  }
}
