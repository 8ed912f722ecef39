package dockdiag.playbooks.network;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Plug;
import dockdiag.playbooks.topology.Seen;
import dockdiag.playbooks.topology.TopologyOf;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.route.NeighboursProbe;
import java.util.List;
import java.util.Optional;

/// The address that the engine gave to a container is also that of the host, or of another
/// container of the network.
public final class AddressConflict implements Check<Wired> {

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    List<Cables> all = facts.infer(new TopologyOf()).networks();
    return Wired.first(scope.plugs(facts), plug -> judge(plug, all, facts));
  }

  private static Optional<Finding> judge(Plug plug, List<Cables> all, Facts facts)
      throws Unobservable {
    if (!plug.isLive() || plug.endpoint().addresses().isEmpty()) {
      return Optional.empty();
    }
    Optional<Finding> host =
        holder(plug.outside().get(), plug.endpoint().addresses())
            .map(link -> host(plug, link, shared(plug, link)));
    if (host.isPresent()) {
      return host;
    }
    List<Plug> others =
        all.stream()
            .filter(cables -> cables.network().equals(plug.network()))
            .flatMap(cables -> cables.live().stream())
            .filter(one -> !one.container().equals(plug.container()))
            .toList();
    return Wired.first(others, other -> neighbour(plug, other, facts));
  }

  private static Optional<Link> holder(List<Link> links, List<Address> addresses) {
    return links.stream()
        .filter(
            link -> link.addresses().stream().anyMatch(one -> addresses.contains(one.address())))
        .findFirst();
  }

  private static Link.Assigned shared(Plug plug, Link link) {
    return link.addresses().stream()
        .filter(one -> plug.endpoint().addresses().contains(one.address()))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Finding> neighbour(Plug plug, Plug other, Facts facts)
      throws Unobservable {
    Optional<Link> link = holder(other.inside().get(), plug.endpoint().addresses());
    return link.isEmpty()
        ? Optional.empty()
        : Optional.of(answering(neighbour(plug, other, link.get()), facts));
  }

  private static Finding neighbour(Plug plug, Plug other, Link link) throws Unobservable {
    Link.Assigned shared = shared(plug, link);
    return found(plug, other.container().name(), link, shared)
        .because(other.links(), link.name() + ": " + shared.address())
        .mend(Remedy.byHand("release", other.enter() + delete(link, shared)));
  }

  /// Whose Ethernet address the host holds for it at the moment, where it has asked.
  private static Finding answering(Finding finding, Facts facts) {
    NeighboursProbe probe = new NeighboursProbe(Namespace.HOST);
    return Seen.of(probe, facts).known().stream()
        .flatMap(List::stream)
        .filter(one -> one.address().toString().equals(finding.words().get("address")))
        .flatMap(one -> one.mac().stream().map(mac -> one.address() + " lladdr " + mac))
        .findFirst()
        .map(fact -> finding.because(probe, fact))
        .orElse(finding);
  }

  private static Finding host(Plug plug, Link link, Link.Assigned shared) {
    LinksProbe probe = new LinksProbe(Namespace.HOST);
    return found(plug, "host", link, shared)
        .because(probe, link.name() + ": " + shared.address())
        .mend(Remedy.byHand("release", delete(link, shared)));
  }

  private static Finding found(Plug plug, String other, Link link, Link.Assigned shared) {
    return Finding.error(plug.subject())
        .word("other", other)
        .word("interface", link.name())
        .word("address", shared.address())
        .because(
            new dockdiag.probes.docker.ContainersProbe(),
            plug.container().name() + ": " + shared.address());
  }

  private static String delete(Link link, Link.Assigned shared) {
    return "ip address del %s/%d dev %s"
        .formatted(shared.address(), shared.prefixLength(), link.name());
  }
}
