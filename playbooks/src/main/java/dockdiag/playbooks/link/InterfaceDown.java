package dockdiag.playbooks.link;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.topology.Plug;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.LinksProbe;
import java.util.Optional;

/// One end of a container's cable is set down: inside, or on the host.
public final class InterfaceDown implements Check<Wired> {

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    return Wired.first(scope.plugs(facts), InterfaceDown::judge);
  }

  private static Optional<Finding> judge(Plug plug) throws Unobservable {
    if (!plug.isLive()) {
      return Optional.empty();
    }
    Link inner = plug.plugged();
    if (!inner.up()) {
      return Optional.of(inside(plug, inner));
    }
    return plug.socket().filter(socket -> !socket.up()).map(socket -> onHost(plug, socket));
  }

  private static Finding inside(Plug plug, Link inner) throws Unobservable {
    String set = plug.enter() + "ip link set dev " + inner.name();
    return Finding.error(plug.subject())
        .word("interface", inner.name())
        .because(plug.links(), inner.name() + ": not UP")
        .mend(
            Remedy.byHand("inside", set + " up", "docker restart " + plug.container().name())
                .undoneBy(set + " down"));
  }

  private static Finding onHost(Plug plug, Link socket) {
    return Finding.error(plug.subject())
        .word("interface", socket.name())
        .because(new LinksProbe(Namespace.HOST), socket.name() + ": not UP")
        .mend(
            Remedy.automatic("host", "ip link set dev " + socket.name() + " up")
                .undoneBy("ip link set dev " + socket.name() + " down")
                .forNow());
  }
}
