package dockdiag.playbooks.packetpath;

import dockdiag.probes.net.Address;

/// One end of a packet's way.
///
/// @param port [#UNKNOWN_PORT] where the kernel took one that cannot be foretold
public record Endpoint(Address address, int port) {

  /// A port that the kernel chose by chance.
  public static final int UNKNOWN_PORT = -1;

  @Override
  public String toString() {
    return port == UNKNOWN_PORT ? address + ":?" : address.with(port);
  }
}
