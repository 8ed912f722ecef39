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

/// Packets larger than 1500 bytes were asked for, the container sends them, and the host's end of
/// its cable takes none.
///
/// A bridge drops what is larger than the MTU of the port that it has to leave by, and tells
/// nobody (`is_skb_forwardable`, net/bridge/br_forward.c).
public final class JumboNotCarried implements Check<Wired> {

  private static final String ASKED = "com.docker.network.driver.mtu";
  private static final int ORDINARY = 1500;

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    return Wired.first(scope.plugs(facts), JumboNotCarried::judge);
  }

  private static Optional<Finding> judge(Plug plug) throws Unobservable {
    if (!plug.isLive() || !plug.network().options().containsKey(ASKED)) {
      return Optional.empty();
    }
    Link inner = plug.plugged();
    Optional<Link> socket = plug.socket().filter(one -> one.mtu() < inner.mtu());
    return inner.mtu() <= ORDINARY || socket.isEmpty()
        ? Optional.empty()
        : Optional.of(found(plug, inner, socket.get()));
  }

  private static Finding found(Plug plug, Link inner, Link socket) throws Unobservable {
    String set = "ip link set dev " + socket.name() + " mtu ";
    return Finding.warning(plug.subject())
        .word("asked", inner.mtu())
        .word("carried", socket.mtu())
        .word("veth", socket.name())
        .because(plug.links(), inner.name() + ": mtu " + inner.mtu())
        .because(new LinksProbe(Namespace.HOST), socket.name() + ": mtu " + socket.mtu())
        .mend(Remedy.automatic("raise", set + inner.mtu()).undoneBy(set + socket.mtu()).forNow());
  }
}
