package dockdiag.playbooks.link;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.topology.Plug;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Mac;
import dockdiag.probes.route.Neighbour;
import dockdiag.probes.route.NeighboursProbe;
import java.util.Optional;
import java.util.Set;

/// The asking side holds an Ethernet address for its neighbour that the neighbour does not have.
public final class NeighbourStale implements Check<Contact> {

  /// Its interfaces all share their parent's address, by design.
  private static final String IPVLAN = "ipvlan";

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    Optional<Plug> target =
        contact.plugs(facts).stream()
            .filter(
                plug -> contact.target().container().equals(Optional.of(plug.container().name())))
            .filter(plug -> plug.isLive() && !plug.network().driver().equals(IPVLAN))
            .findFirst();
    if (target.isEmpty() || contact.target().container().equals(contact.from())) {
      return Optional.empty();
    }
    Optional<Mac> mac = target.get().plugged().mac();
    NeighboursProbe probe = new NeighboursProbe(contact.namespace(facts));
    return facts.get(probe).stream()
        .filter(one -> one.address().equals(contact.target().address()))
        .filter(one -> one.mac().isPresent() && mac.isPresent() && !one.mac().equals(mac))
        .findFirst()
        .map(held -> found(contact, target.get(), held, mac.get(), probe));
  }

  @Override
  public Set<String> brings() {
    return Set.of("neighbour-failed");
  }

  private static Finding found(
      Contact contact, Plug target, Neighbour held, Mac mac, NeighboursProbe probe) {
    String enter =
        probe.namespace() instanceof Namespace.OfContainer(_, int pid)
            ? "nsenter --target " + pid + " --net "
            : "";
    String entry = held.address() + " dev " + held.device();
    return Finding.error(contact.subject())
        .word("who", contact.from().orElse("the host"))
        .word("target", target.container().name())
        .word("address", held.address())
        .word("held", held.mac().orElseThrow())
        .word("mac", mac)
        .because(probe, "%s lladdr %s %s".formatted(entry, held.mac().orElseThrow(), held.state()))
        .because(
            new dockdiag.probes.docker.ContainersProbe(), target.container().name() + " has " + mac)
        .mend(
            Remedy.automatic("forget", enter + "ip neigh flush to " + entry + " nud all").forNow());
  }
}
