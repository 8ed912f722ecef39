package dockdiag.playbooks.packetpath;

import dockdiag.playbooks.packetpath.Tracking.State;
import dockdiag.probes.netfilter.Target;

/// Targets that change marks, of a packet and of its connection, or take it from its connection.
final class Marking {

  private Marking() {}

  static Packet apply(Target target, Packet packet) {
    Tracking tracking = packet.tracking();
    if (target instanceof Target.SetMark(long mask, long value)) {
      return packet.marked(change(packet.mark(), mask, value));
    }
    if (target instanceof Target.Notrack) {
      // what conntrack has seen already stays tracked
      return tracking.state() == State.NONE
          ? packet.tracked(Tracking.of(State.UNTRACKED, tracking.original()))
          : packet;
    }
    if (!tracking.isTracked()) {
      return packet;
    }
    return switch (target) {
      case Target.SetConnectionMark(long mask, long value) ->
          packet.tracked(tracking.marked(change(tracking.mark(), mask, value)));
      case Target.RestoreMark(long own, long connection) ->
          packet.marked(change(packet.mark(), own, tracking.mark() & connection));
      case Target.SaveMark(long own, long connection) ->
          packet.tracked(tracking.marked(change(tracking.mark(), connection, packet.mark() & own)));
      default -> packet;
    };
  }

  private static long change(long mark, long mask, long value) {
    return ((mark & ~mask) ^ value) & 0xffff_ffffL;
  }
}
