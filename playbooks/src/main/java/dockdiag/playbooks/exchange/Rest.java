package dockdiag.playbooks.exchange;

import dockdiag.playbooks.packetpath.Packet;
import dockdiag.probes.Namespace;

/// Where a packet's way ended.
sealed interface Rest {

  /// Handed to the sockets of a namespace.
  ///
  /// @param by the container, or `host`
  record Delivered(String by, Namespace namespace, Packet packet) implements Rest {}

  /// It left the host, or came to a container whose namespace is not looked at.
  record Left(String device, Packet packet) implements Rest {}

  /// It came no further.
  record Ended(End end) implements Rest {}
}
