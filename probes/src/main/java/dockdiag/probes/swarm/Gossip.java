package dockdiag.probes.swarm;

import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Optional;

/// What this node has heard of an overlay network from the others, `docker network inspect
/// --verbose`.
///
/// @param peers the nodes that take part in it, this one among them; none where no container of
///   this node is in the network
/// @param bearers of addresses in it, on all nodes
public record Gossip(List<Peer> peers, List<Bearer> bearers) {

  /// A node.
  ///
  /// @param name its host's, or, with an identifier behind it, the engine's name in the gossip
  public record Peer(String name, Address address) {}

  /// A container.
  ///
  /// @param service empty of one that was run by hand
  /// @param shared the address of its service, behind which it stands with others; empty where the
  ///   service has none
  /// @param host the address of its node; empty where it was not told
  public record Bearer(
      String service,
      Optional<Address> shared,
      String name,
      Address address,
      Optional<Address> host) {

    /// Whether packets to that address may come to it.
    public boolean answersAt(Address asked) {
      return address.equals(asked) || shared.equals(Optional.of(asked));
    }
  }
}
