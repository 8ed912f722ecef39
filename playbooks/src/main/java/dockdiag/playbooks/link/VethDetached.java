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

/// The host's end of a container's veth pair is a port of no bridge, or of another one.
public final class VethDetached implements Check<Wired> {

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    return Wired.first(scope.plugs(facts), VethDetached::judge);
  }

  private static Optional<Finding> judge(Plug plug) throws Unobservable {
    Optional<String> bridge = plug.network().bridge();
    if (!plug.isLive() || bridge.isEmpty()) {
      return Optional.empty();
    }
    Optional<Link> socket = plug.socket();
    if (socket.isEmpty() || socket.get().master().equals(bridge)) {
      return Optional.empty();
    }
    return Optional.of(found(plug, socket.get(), bridge.get()));
  }

  private static Finding found(Plug plug, Link socket, String bridge) throws Unobservable {
    String set = "ip link set dev " + socket.name();
    return Finding.error(plug.subject())
        .word("veth", socket.name())
        .word("bridge", bridge)
        .because(
            new LinksProbe(Namespace.HOST),
            socket.name() + ": " + socket.master().map(one -> "master " + one).orElse("no master"))
        .because(plug.links(), plug.plugged().name() + "@if" + socket.index() + " " + socket.kind())
        .mend(
            Remedy.automatic("plug", set + " master " + bridge)
                .undoneBy(set + socket.master().map(one -> " master " + one).orElse(" nomaster"))
                .forNow());
  }
}
