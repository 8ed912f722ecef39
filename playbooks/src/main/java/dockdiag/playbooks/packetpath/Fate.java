package dockdiag.playbooks.packetpath;

/// What became of a packet.
public sealed interface Fate {

  /// It left by the interface, as it then was.
  record Sent(String device, Packet packet) implements Fate {}

  /// It was handed to this host's sockets, as it then was.
  record Delivered(Packet packet) implements Fate {}

  /// A rule or a policy dropped it.
  record Dropped(Place place) implements Fate {}

  /// A rule dropped it and told the sender.
  record Rejected(Place place, String with) implements Fate {}

  /// The kernel dropped it, without any rule.
  record Lost(Reason reason, String detail) implements Fate {}

  /// It cannot be told.
  record Undecided(String why) implements Fate {}

  /// Why the kernel drops a packet.
  enum Reason {
    /// No route to the destination.
    NO_ROUTE,
    /// A route forbids it.
    ROUTE_FORBIDS,
    /// This host does not forward.
    FORWARDING_OFF,
    /// The way back to the source leads elsewhere.
    REVERSE_PATH,
    /// An address that must not come in by that interface.
    MARTIAN,
    /// No address to send it from.
    NO_ADDRESS,
    /// Echo requests stay without a reply here.
    ECHO_IGNORED
  }
}
