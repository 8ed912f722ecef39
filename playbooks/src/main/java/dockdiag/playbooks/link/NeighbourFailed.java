package dockdiag.playbooks.link;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.topology.Plug;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Endpoint;
import dockdiag.probes.link.Link;
import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Optional;

/// Nobody answers for the address on the link: the container no longer has what the engine gave it.
public final class NeighbourFailed implements Check<Contact> {

  @Override
  public Optional<Finding> examine(Contact contact, Facts facts) throws Unobservable {
    Address address = contact.target().address();
    Optional<Plug> target =
        contact.plugs(facts).stream()
            .filter(plug -> plug.isLive() && plug.endpoint().addresses().contains(address))
            .findFirst();
    if (target.isEmpty()) {
      return Optional.empty();
    }
    List<Link> inside = target.get().inside().get();
    boolean has =
        inside.stream()
            .flatMap(link -> link.addresses().stream())
            .anyMatch(one -> one.address().equals(address));
    return has ? Optional.empty() : Optional.of(found(contact, target.get(), address));
  }

  private static Finding found(Contact contact, Plug target, Address address) throws Unobservable {
    Link plug = target.plugged();
    int length =
        target.endpoint().ipv4().stream()
            .filter(ip -> ip.address().equals(address))
            .map(Endpoint.Ip::prefixLength)
            .findFirst()
            .orElseGet(() -> target.endpoint().ipv6().map(Endpoint.Ip::prefixLength).orElse(64));
    String entry = "%s/%d dev %s".formatted(address, length, plug.name());
    String container = target.container().name();
    return Finding.error(contact.subject())
        .word("target", container)
        .word("address", address)
        .word("interface", plug.name())
        .because(
            target.links(),
            plug.name()
                + ": "
                + Evidence.list(plug.addresses().stream().map(Link.Assigned::address).toList()))
        .mend(
            Remedy.automatic("add", target.enter() + "ip address add " + entry)
                .undoneBy(target.enter() + "ip address del " + entry)
                .forNow())
        .mend(Remedy.byHand("restart", CommandLine.of("docker", "restart", container)));
  }
}
