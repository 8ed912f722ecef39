package dockdiag.probes.swarm;

import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Optional;

/// An engine's place in a swarm, as `docker info` tells it.
///
/// @param state `inactive`, `pending`, `active`, `error`, `locked`
/// @param manager whether it is one of the swarm's managers
/// @param address at which the other nodes know it; empty outside a swarm
/// @param error why the swarm cannot be asked; empty where it can
/// @param managers those that it knows, itself among them
/// @param dataPort the UDP port of VXLAN (RFC 7348) between the nodes; 4789 unless the swarm was
///   made with another, which managers alone are told
public record Membership(
    String state,
    boolean manager,
    String nodeId,
    Optional<Address> address,
    String error,
    List<Remote> managers,
    int dataPort) {

  /// A manager.
  ///
  /// @param address without its port, which is 2377 for all
  public record Remote(String nodeId, Address address) {}

  /// Whether it takes part in one.
  public boolean isActive() {
    return state.equals("active");
  }

  /// Whether it can tell of nodes, services and tasks.
  public boolean isTold() {
    return isActive() && manager && error.isEmpty();
  }
}
