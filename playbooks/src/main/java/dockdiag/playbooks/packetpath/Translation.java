package dockdiag.playbooks.packetpath;

import dockdiag.playbooks.packetpath.Tracking.Ends;
import dockdiag.playbooks.packetpath.Tracking.State;
import java.util.Optional;

/// Rewrites a packet's ends and remembers it in its connection, as nf_nat does.
final class Translation {

  private final Run run;

  Translation(Run run) {
    this.run = run;
  }

  /// Whether there was an end to rewrite to.
  boolean destination(Optional<Endpoint> to) {
    to.ifPresent(
        end -> run.becomes(run.packet().to(end).tracked(run.packet().tracking().destination(end))));
    return to.isPresent();
  }

  /// Whether there was an end to rewrite to.
  boolean source(Optional<Endpoint> from) {
    from.ifPresent(
        end -> run.becomes(run.packet().from(end).tracked(run.packet().tracking().source(end))));
    return from.isPresent();
  }

  /// Conntrack's own hook: the packet becomes its connection's, a new one's where it has none.
  void track() {
    Packet packet = run.packet();
    if (run.tracks() && packet.tracking().state() == State.NONE) {
      Ends ends = new Ends(packet.source(), packet.destination());
      run.becomes(packet.tracked(Tracking.of(State.NEW, ends)));
    }
  }
}
