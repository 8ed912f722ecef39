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
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A container that does not run was promised an address that a running one has.
public final class StaticAddressConflict implements Check<Wired> {

  private static final String REFUSED = "Address already in use";

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    List<Cables> all = facts.infer(new TopologyOf()).networks();
    return Wired.first(scope.plugs(facts), plug -> judge(plug, all, facts));
  }

  private static Optional<Finding> judge(Plug plug, List<Cables> all, Facts facts)
      throws Unobservable {
    Optional<Address> fixed = plug.endpoint().fixed();
    if (plug.isLive() || fixed.isEmpty()) {
      return Optional.empty();
    }
    Optional<Plug> owner =
        all.stream()
            .filter(cables -> cables.network().equals(plug.network()))
            .flatMap(cables -> cables.live().stream())
            .filter(one -> one.endpoint().addresses().contains(fixed.get()))
            .findFirst();
    return owner.isEmpty()
        ? Optional.empty()
        : Optional.of(found(plug, fixed.get(), owner.get(), facts));
  }

  private static Finding found(Plug plug, Address fixed, Plug owner, Facts facts)
      throws Unobservable {
    ContainerProbe probe = new ContainerProbe(plug.container().name());
    String error = facts.get(probe).state().error();
    boolean refused = error.contains(REFUSED);
    Finding finding = refused ? Finding.error(plug.subject()) : Finding.warning(plug.subject());
    String last = refused ? error : "asks for " + fixed;
    return finding
        .word("address", fixed)
        .word("owner", owner.container().name())
        .because(probe, last)
        .because(new ContainersProbe(), owner.container().name() + ": " + fixed)
        .mend(Remedy.byHand("range"))
        .mend(
            Remedy.byHand(
                "move",
                "docker stop " + owner.container().name(),
                "docker start " + plug.container().name(),
                "docker start " + owner.container().name()));
  }

  @Override
  public Set<String> brings() {
    return Set.of("container-not-running", "container-restarting");
  }
}
