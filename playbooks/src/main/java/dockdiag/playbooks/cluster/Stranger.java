package dockdiag.playbooks.cluster;

import dockdiag.probes.Namespace;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Mac;
import dockdiag.probes.swarm.Gossip;
import java.util.List;
import java.util.Optional;

/// A container of another node, to which this node's end of their overlay network knows no way,
/// though the nodes have told each other.
///
/// @param inside the namespace of that end
/// @param mac empty where not even that is known
/// @param leadsTo the nodes that frames for it are sent to
public record Stranger(
    Gossip.Bearer bearer,
    Address node,
    Namespace inside,
    Optional<Mac> mac,
    List<Address> leadsTo) {
  public Stranger {
    leadsTo = List.copyOf(leadsTo);
  }
}
