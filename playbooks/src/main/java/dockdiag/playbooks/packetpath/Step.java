package dockdiag.playbooks.packetpath;

/// One step of a packet's way.
public sealed interface Step {

  /// A rule was meant for the packet.
  ///
  /// @param effect what it did: `accept`, `drop`, `jump DOCKER`, `continue`, or `perhaps`
  ///   where it is not known whether it was met, and nothing hangs on that
  record Met(Place place, String effect) implements Step {}

  /// The kernel itself did something: routed, began to track, refused.
  record Kernel(String text) implements Step {}
}
