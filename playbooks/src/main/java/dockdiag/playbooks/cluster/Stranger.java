package dockdiag.playbooks.cluster;

import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Mac;
import dockdiag.probes.net.Subnet;
import dockdiag.probes.reach.ConnectProbe;
import dockdiag.probes.swarm.Gossip;
import java.util.List;
import java.util.Optional;

/// A container of another node, to which this node's end of their overlay network knows no way,
/// though the nodes have told each other.
///
/// @param node that it is said to be on
/// @param inside the namespace of that end
/// @param probe a real packet to it
/// @param mac empty where not even that is known
/// @param leadsTo the nodes that frames for it are sent to
public record Stranger(
    Gossip.Bearer bearer,
    Address node,
    Namespace inside,
    ConnectProbe probe,
    Optional<Mac> mac,
    List<Address> leadsTo) {
  public Stranger {
    leadsTo = List.copyOf(leadsTo);
  }

  /// Whether it answers all the same: it is where frames for it go, and not where it was said to
  /// be.
  public boolean isReached(Facts facts) {
    try {
      return switch (facts.get(probe).outcome()) {
        case CONNECTED, ANSWERED, REFUSED, RESET -> true;
        case TIMED_OUT, SILENT, NO_ROUTE, UNREACHABLE, NO_ADDRESS -> false;
      };
    } catch (Unobservable unsent) {
      return false;
    }
  }

  /// The VXLAN device of its subnet, where its Ethernet address is known.
  ///
  /// @throws Unobservable where the namespace cannot be seen
  public Optional<String> device(Facts facts) throws Unobservable {
    List<Link> links = facts.get(new LinksProbe(inside));
    Optional<String> bridge =
        links.stream()
            .filter(link -> link.addresses().stream().anyMatch(this::isBeside))
            .map(Link::name)
            .findFirst();
    return links.stream()
        .filter(link -> mac.isPresent() && link.port().isPresent())
        .filter(link -> bridge.isPresent() && link.master().equals(bridge))
        .map(Link::name)
        .findFirst();
  }

  private boolean isBeside(Link.Assigned own) {
    return new Subnet(own.address() + "/" + own.prefixLength()).contains(bearer.address());
  }
}
