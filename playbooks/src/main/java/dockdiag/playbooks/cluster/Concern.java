package dockdiag.playbooks.cluster;

import dockdiag.playbooks.cluster.Cluster.Kind;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.swarm.Gossip;
import dockdiag.probes.swarm.GossipProbe;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The ways between nodes that what is asked about needs: for an address those that its packets
/// take, for a name those by which nodes tell each other; else all.
///
/// @param port empty: any
/// @param nodes by their addresses; empty: any
public record Concern(Optional<Integer> port, Optional<Set<Address>> nodes) {

  private static final Concern ALL = new Concern(Optional.empty(), Optional.empty());

  /// Of that part of the swarm.
  ///
  /// @throws Unobservable where it cannot be seen which node has the address
  public static Concern of(Cluster cluster, Facts facts) throws Unobservable {
    if (cluster.isOf(Kind.NAME)) {
      return new Concern(Optional.of(Other.GOSSIP.number()), Optional.empty());
    }
    Optional<Address> address = cluster.address();
    return address.isPresent()
        ? new Concern(
            facts.infer(new Tunnels.Of()).port().map(Port::number),
            Optional.of(nodes(address.get(), facts)))
        : ALL;
  }

  private static Set<Address> nodes(Address address, Facts facts) throws Unobservable {
    Set<Address> nodes = new HashSet<>();
    for (Overlay overlay : facts.infer(new OverlaysOf())) {
      if (!overlay.local().isEmpty() && overlay.network().contains(address)) {
        facts.get(new GossipProbe(overlay.network().id())).bearers().stream()
            .filter(one -> one.answersAt(address))
            .map(Gossip.Bearer::host)
            .flatMap(Optional::stream)
            .forEach(nodes::add);
      }
    }
    return nodes;
  }

  /// Whether that port of that node, or of this one for it, is among them.
  public boolean isWith(Other other, Port at) {
    return port.map(one -> one == at.number()).orElse(true)
        && nodes.map(all -> all.contains(other.address())).orElse(true);
  }
}
