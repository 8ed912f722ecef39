package dockdiag.probes.swarm;

import dockdiag.probes.net.Address;
import java.util.Optional;

/// An engine of a swarm, `docker node inspect`.
///
/// @param name its host's
/// @param availability `active`, `pause`, `drain`
/// @param state `ready`, `down`, `unknown`, `disconnected`
/// @param message what the swarm says of the state
/// @param address at which the others know it; of a manager that of its manager's port
/// @param manager empty of workers
public record Node(
    String id,
    String name,
    String availability,
    String state,
    String message,
    Optional<Address> address,
    Optional<Management> manager) {

  /// What a manager is beside that.
  ///
  /// @param reachability `reachable`, `unreachable`, `unknown`
  public record Management(boolean leader, String reachability) {}

  /// Whether the swarm has given it up; `unknown` is a node that a new leader has not heard of yet.
  public boolean isDown() {
    return state.equals("down") || state.equals("disconnected");
  }

  /// Whether the swarm hears of it.
  public boolean isReady() {
    return state.equals("ready");
  }
}
