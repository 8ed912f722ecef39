package dockdiag.playbooks.network;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Plug;
import dockdiag.playbooks.topology.TopologyOf;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Mac;
import java.util.List;
import java.util.Optional;

/// Two containers of one network have the same Ethernet address; reported of the later one.
public final class DuplicateMac implements Check<Wired> {

  /// Its interfaces all share their parent's address, by design.
  private static final String IPVLAN = "ipvlan";

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    List<Cables> all = facts.infer(new TopologyOf()).networks();
    return Wired.first(scope.plugs(facts), plug -> judge(plug, all));
  }

  private static Optional<Finding> judge(Plug plug, List<Cables> all) throws Unobservable {
    if (!plug.isLive() || plug.network().driver().equals(IPVLAN)) {
      return Optional.empty();
    }
    Optional<Mac> mac = plug.plugged().mac();
    if (mac.isEmpty()) {
      return Optional.empty();
    }
    List<Plug> earlier =
        all.stream()
            .filter(cables -> cables.network().equals(plug.network()))
            .flatMap(cables -> cables.live().stream())
            .takeWhile(one -> !one.container().equals(plug.container()))
            .toList();
    return Wired.first(earlier, other -> same(plug, other, mac.get()));
  }

  private static Optional<Finding> same(Plug plug, Plug other, Mac mac) throws Unobservable {
    return other.plugged().mac().equals(Optional.of(mac))
        ? Optional.of(found(plug, other, mac))
        : Optional.empty();
  }

  private static Finding found(Plug plug, Plug other, Mac mac) throws Unobservable {
    return Finding.error(plug.subject())
        .word("other", other.container().name())
        .word("mac", mac)
        .because(other.links(), other.container().name() + ": " + mac)
        .because(plug.links(), plug.container().name() + ": " + mac)
        .mend(Remedy.byHand("recreate", "docker rm --force " + plug.container().name()));
  }
}
