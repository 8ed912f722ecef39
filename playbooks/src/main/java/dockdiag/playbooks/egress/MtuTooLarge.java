package dockdiag.playbooks.egress;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Reach.Fate;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.Exit;
import dockdiag.playbooks.outward.Outing;
import dockdiag.playbooks.outward.PathMtu;
import dockdiag.playbooks.topology.Plug;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.link.Link;
import dockdiag.probes.net.Address;
import dockdiag.probes.reach.EchoProbe;
import java.util.Optional;

/// Small packets get there, large ones vanish, and nobody tells the container so: its interface
/// takes larger packets than the way does.
public final class MtuTooLarge implements Check<Egress> {

  /// Below it the kernel takes IPv6 from the interface (RFC 8200, 5).
  private static final int LEAST_OF_IPV6 = 1280;

  @Override
  public Optional<Finding> examine(Egress egress, Facts facts) throws Unobservable {
    for (Outing outing : egress.outings(facts)) {
      Optional<Plug> plug = outing.exit().taken();
      if (plug.isPresent() && outing.target().isNamed() && isReached(outing.seen(facts))) {
        return judge(egress, outing, plug.get(), facts);
      }
    }
    return Optional.empty();
  }

  private static boolean isReached(Optional<Fate> seen) {
    return seen.filter(fate -> !fate.fails()).isPresent();
  }

  private static Optional<Finding> judge(Egress egress, Outing outing, Plug plug, Facts facts)
      throws Unobservable {
    Link inner = plug.plugged();
    PathMtu path = new PathMtu(outing.exit().inside(), outing.target().address(), facts);
    if (!path.swallows(inner.mtu())) {
      return Optional.empty();
    }
    int largest = path.largest(inner.mtu());
    if (!path.answers(largest)) {
      return Optional.empty(); // whoever answers no large echo request at all tells nothing
    }
    return Optional.of(found(egress, outing, plug, largest, facts));
  }

  private static Finding found(Egress egress, Outing outing, Plug plug, int largest, Facts facts)
      throws Unobservable {
    Address to = outing.target().address();
    Exit exit = outing.exit();
    Link inner = plug.plugged();
    String set = plug.enter() + "ip link set dev " + inner.name() + " mtu ";
    // where the host's own vanish too, somebody beyond may only dislike large echo requests
    boolean ofHost = PathMtu.isSwallowedOfHost(to, inner.mtu(), facts);
    Finding finding = ofHost ? Finding.warning(egress.subject()) : Finding.error(egress.subject());
    Remedy lower = Remedy.automatic("lower", set + largest);
    return finding
        .word("mtu", inner.mtu())
        .word("largest", largest)
        .word("address", to)
        .because(plug.links(), inner.name() + ": mtu " + inner.mtu())
        .because(EchoProbe.whole(exit.inside(), to, inner.mtu()), "timed out")
        .because(EchoProbe.whole(exit.inside(), to, largest), "answered")
        .mend(
            (ofHost || largest < LEAST_OF_IPV6 ? lower.byHand() : lower)
                .undoneBy(set + inner.mtu())
                .forNow())
        .mend(
            Remedy.byHand(
                "network",
                "docker network create --opt com.docker.network.driver.mtu=" + largest + " NEW",
                "docker network connect NEW " + egress.container()));
  }
}
