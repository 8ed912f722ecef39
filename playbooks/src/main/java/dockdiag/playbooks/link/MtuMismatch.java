package dockdiag.playbooks.link;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Plug;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.LinksProbe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Containers of one network take packets of different sizes, or an overlay network takes larger
/// ones than the link between the nodes: larger ones do not get through whole.
public final class MtuMismatch implements Check<Wired> {

  /// A container and the largest packet that it takes.
  private record Sized(Plug plug, int mtu) {}

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    return Wired.first(scope.networks(facts), cables -> judge(cables, facts));
  }

  private static Optional<Finding> judge(Cables cables, Facts facts) throws Unobservable {
    Optional<Finding> among = among(cables);
    boolean wrapped = cables.network().driver().equals("overlay") && !cables.live().isEmpty();
    return among.isPresent() || !wrapped ? among : below(cables, Underlay.of(facts));
  }

  /// Of packets that are wrapped by VXLAN.
  private static Optional<Finding> below(Cables cables, Underlay underlay) throws Unobservable {
    for (Plug plug : cables.live()) {
      Sized sized = new Sized(plug, plug.plugged().mtu());
      if (sized.mtu() > underlay.carries()) {
        return Optional.of(found(cables, sized, underlay));
      }
    }
    return Optional.empty();
  }

  private static Finding found(Cables cables, Sized large, Underlay underlay) throws Unobservable {
    Link link = underlay.link();
    int needed = large.mtu() + link.mtu() - underlay.carries();
    String raise = "ip link set dev " + link.name() + " mtu ";
    return Finding.warning(cables.subject())
        .word("small", "VXLAN by " + link.name())
        .word("least", underlay.carries())
        .word("large", large.plug().container().name())
        .word("most", large.mtu())
        .because(large.plug().links(), seen(large))
        .because(new LinksProbe(Namespace.HOST), link.name() + ": mtu " + link.mtu())
        .mend(Remedy.byHand("network"))
        .mend(Remedy.byHand("link", raise + needed).undoneBy(raise + link.mtu()).untilReboot());
  }

  private static Optional<Finding> among(Cables cables) throws Unobservable {
    List<Sized> all = new ArrayList<>();
    Optional<Unobservable> blind = Optional.empty();
    for (Plug plug : cables.live()) {
      try {
        all.add(new Sized(plug, plug.plugged().mtu()));
      } catch (Unobservable unseen) {
        blind = Optional.of(unseen);
      }
    }
    all.sort(Comparator.comparingInt(Sized::mtu));
    if (all.size() > 1 && all.getFirst().mtu() < all.getLast().mtu()) {
      return Optional.of(found(cables, all.getFirst(), all.getLast()));
    }
    if (blind.isPresent() && cables.live().size() > 1) {
      throw blind.get();
    }
    return Optional.empty();
  }

  private static Finding found(Cables cables, Sized small, Sized large) throws Unobservable {
    String device = large.plug().plugged().name();
    String set = large.plug().enter() + "ip link set dev " + device + " mtu ";
    return Finding.warning(cables.subject())
        .word("small", small.plug().container().name())
        .word("least", small.mtu())
        .word("large", large.plug().container().name())
        .word("most", large.mtu())
        .because(small.plug().links(), seen(small))
        .because(large.plug().links(), seen(large))
        .mend(Remedy.automatic("lower", set + small.mtu()).undoneBy(set + large.mtu()).forNow());
  }

  private static String seen(Sized sized) throws Unobservable {
    String container = sized.plug().container().name();
    return container + " " + sized.plug().plugged().name() + ": mtu " + sized.mtu();
  }
}
