package dockdiag.probes.docker;

import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;

/// A port that the engine has published, `NetworkSettings.Ports`.
///
/// @param container the port inside the container
/// @param hostAddress the host's address; any of a family as `0.0.0.0` or `::`
/// @param hostPort the port on the host
public record PublishedPort(Port container, Address hostAddress, int hostPort) {

  /// The port on the host, with its protocol.
  public Port host() {
    return new Port(hostPort, container.protocol());
  }

  @Override
  public String toString() {
    return hostAddress.with(hostPort) + "->" + container;
  }
}
