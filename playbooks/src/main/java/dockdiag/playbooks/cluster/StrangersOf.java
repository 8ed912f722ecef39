package dockdiag.playbooks.cluster;

import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Mac;
import dockdiag.probes.route.Neighbour;
import dockdiag.probes.route.NeighboursProbe;
import dockdiag.probes.swarm.Forwarding;
import dockdiag.probes.swarm.ForwardingProbe;
import dockdiag.probes.swarm.Gossip;
import dockdiag.probes.swarm.GossipProbe;
import dockdiag.probes.swarm.SandboxProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The containers of other nodes to which this node knows no way in the network: the engine writes
/// for each an entry for its address (ip-neighbour(8)) and one for its node (bridge(8)), as soon as
/// the nodes have told each other (`peerAdd` of libnetwork's overlay driver).
public record StrangersOf(Overlay overlay) implements Inference<List<Stranger>> {

  @Override
  public List<Stranger> infer(Facts facts) throws Unobservable {
    if (overlay.local().isEmpty()) {
      return List.of(); // without a container in it, this node has no end of the network
    }
    String network = overlay.network().id();
    Optional<Address> own = facts.infer(new Tunnels.Of()).own();
    List<Stranger> strangers = new ArrayList<>();
    for (Gossip.Bearer bearer : facts.get(new GossipProbe(network)).bearers()) {
      boolean isHere = overlay.has(bearer.address()) || bearer.host().equals(own);
      if (bearer.host().isPresent() && !isHere) {
        Namespace inside = facts.get(new SandboxProbe(network));
        Optional<Mac> mac = mac(facts.get(new NeighboursProbe(inside)), bearer.address());
        List<Address> nodes = nodes(facts.get(new ForwardingProbe(inside)), mac);
        if (!nodes.contains(bearer.host().get())) {
          strangers.add(
              new Stranger(
                  bearer,
                  bearer.host().get(),
                  inside,
                  AcrossOf.probe(overlay, bearer, facts),
                  mac,
                  nodes));
        }
      }
    }
    return List.copyOf(strangers);
  }

  private static Optional<Mac> mac(List<Neighbour> neighbours, Address address) {
    return neighbours.stream()
        .filter(one -> one.address().equals(address))
        .flatMap(one -> one.mac().stream())
        .findFirst();
  }

  private static List<Address> nodes(List<Forwarding> table, Optional<Mac> mac) {
    return table.stream()
        .filter(one -> mac.equals(Optional.of(one.mac())))
        .flatMap(one -> one.node().stream())
        .toList();
  }
}
