package dockdiag.playbooks.network;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.contact.HostAddress;
import dockdiag.playbooks.contact.Sending;
import dockdiag.playbooks.contact.Target;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import java.util.List;
import java.util.Optional;

/// The host and a container on macvlan or ipvlan ask each other: the kernel keeps an interface and
/// what lies on top of it apart.
public final class MacvlanHostIsolation implements Check<Contact> {

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    if (!isCutOff(contact, facts)) {
      return Optional.empty();
    }
    Target target = contact.target();
    List<DockerNetwork> networks = facts.get(new NetworksProbe());
    if (contact.from().isEmpty()) {
      return networks.stream()
          .filter(one -> target.network().equals(Optional.of(one.id())))
          .filter(one -> one.parent().isPresent())
          .findFirst()
          .map(one -> found(contact, one, target.container().orElse(contact.to())));
    }
    if (!HostAddress.all(facts).contains(target.address())) {
      return Optional.empty();
    }
    var own = contact.targets().networks(facts);
    return networks.stream()
        .filter(one -> own.contains(one.id()) && one.contains(target.address()))
        .filter(one -> one.parent().isPresent())
        .findFirst()
        .map(one -> found(contact, one, contact.from().get()));
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

  private static Finding found(Contact contact, DockerNetwork network, String inside) {
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
