package dockdiag.playbooks.link;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Plug;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Containers of one network take packets of different sizes: larger ones are lost between them.
public final class MtuMismatch implements Check<Wired> {

  /// A container and the largest packet that it takes.
  private record Sized(Plug plug, int mtu) {}

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    return Wired.first(scope.networks(facts), MtuMismatch::judge);
  }

  private static Optional<Finding> judge(Cables cables) throws Unobservable {
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
