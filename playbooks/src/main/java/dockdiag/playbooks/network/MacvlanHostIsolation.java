package dockdiag.playbooks.network;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.contact.Sending;
import dockdiag.playbooks.contact.Target;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The host and a container on macvlan or ipvlan ask each other: the kernel keeps an interface and
/// what lies on top of it apart.
public final class MacvlanHostIsolation implements Check<Contact> {

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    Optional<DockerNetwork> between = between(contact, facts);
    return between.isPresent() && isCutOff(contact, facts)
        ? Optional.of(found(contact, between.get()))
        : Optional.empty();
  }

  /// The network on top of an interface of the host, where the host is the other end.
  private static Optional<DockerNetwork> between(Contact contact, Facts facts) throws Unobservable {
    Target target = contact.target();
    boolean fromHost = contact.from().isEmpty();
    if (!fromHost && !contact.asksHost(facts)) {
      return Optional.empty();
    }
    Set<String> networks =
        fromHost
            ? target.network().stream().collect(Collectors.toSet())
            : contact.targets().networks(facts);
    return facts.get(new NetworksProbe()).stream()
        .filter(one -> one.parent().isPresent() && networks.contains(one.id()))
        .filter(one -> fromHost || one.contains(target.address()))
        .findFirst();
  }

  /// Whether a packet fails; a host that has an interface of its own there gets through.
  private static boolean isCutOff(Contact contact, Facts facts) throws Unobservable {
    try {
      return Sending.of(contact, contact.target().address(), facts)
          .fate(facts)
          .map(Reach.Fate::fails)
          .orElse(false);
    } catch (Unobservable unsent) {
      if (unsent.reason() == Unobservable.Reason.PASSIVE) {
        return true;
      }
      throw unsent;
    }
  }

  private static Finding found(Contact contact, DockerNetwork network) {
    String inside = contact.from().or(() -> contact.target().container()).orElseGet(contact::to);
    String parent = network.parent().orElseThrow();
    return Finding.error(contact.subject())
        .word("inside", inside)
        .word("network", network.name())
        .word("driver", network.driver())
        .word("parent", parent)
        .because(
            new NetworksProbe(),
            "%s: driver %s, parent %s".formatted(network.name(), network.driver(), parent))
        .mend(
            Remedy.byHand(
                    "shim",
                    "ip link add to-containers link " + parent + " type macvlan mode bridge",
                    "ip link set dev to-containers up",
                    "ip route add ADDRESS/32 dev to-containers")
                .undoneBy("ip link delete to-containers")
                .forNow());
  }
}
