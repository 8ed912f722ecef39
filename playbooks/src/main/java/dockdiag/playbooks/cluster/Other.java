package dockdiag.playbooks.cluster;

import dockdiag.probes.Namespace;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.reach.ConnectProbe;

/// Another node, as far as this one knows it.
///
/// @param name its host's; where no manager tells, its address
/// @param state as the managers see it
public record Other(String name, Address address, Role role, State state) {

  /// What it does in the swarm.
  public enum Role {
    /// It decides with the others.
    MANAGER,
    /// It is told what to do.
    WORKER
  }

  /// What the managers hear of it.
  public enum State {
    /// All that they have to.
    READY,
    /// Nothing.
    DOWN,
    /// No manager tells.
    UNTOLD
  }

  /// The port by which managers tell all nodes what to do.
  public static final Port MANAGEMENT = new Port(2377, Protocol.TCP);

  /// The port by which all nodes tell each other who has which name and address.
  public static final Port GOSSIP = new Port(7946, Protocol.TCP);

  /// One of whom no manager tells.
  static Other untold(Address address, Role role) {
    return new Other(address.toString(), address, role, State.UNTOLD);
  }

  /// Whether it decides with the others.
  public boolean isManager() {
    return role == Role.MANAGER;
  }

  /// Whether no manager hears of it.
  public boolean isDown() {
    return state == State.DOWN;
  }

  /// A real connection to it.
  public ConnectProbe asked(Port port) {
    return new ConnectProbe(Namespace.HOST, address, port, "");
  }

  /// `db-1 (192.0.2.2)`.
  @Override
  public String toString() {
    return name.equals(address.toString()) ? name : name + " (" + address + ")";
  }
}
