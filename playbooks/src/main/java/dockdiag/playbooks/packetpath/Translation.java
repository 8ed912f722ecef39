package dockdiag.playbooks.packetpath;

import dockdiag.playbooks.packetpath.Tracking.Ends;
import dockdiag.playbooks.packetpath.Tracking.State;
import dockdiag.probes.net.Protocol;
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

  /// As it is, where no rule has rewritten it.
  void settle(boolean destination) {
    if (destination) {
      destination(Optional.of(run.packet().destination()));
    } else {
      source(Optional.of(run.packet().source()));
    }
  }

  /// Conntrack's own hook: the packet becomes its connection's, a new one's where it has none.
  void track() {
    Packet packet = run.packet();
    if (!run.hooks().tracks() || packet.tracking().state() != State.NONE) {
      return;
    }
    if (packet.connection().isTracked()) {
      run.becomes(packet.tracked(packet.connection()));
    } else if (begins(packet.content())) {
      Ends ends = new Ends(packet.source(), packet.destination());
      run.becomes(packet.tracked(Tracking.of(State.NEW, ends)));
    }
  }

  /// An answer without a question is of no connection (tcp_new of nf_conntrack_proto_tcp.c,
  /// icmp_pkt_to_tuple and nf_conntrack_invert_icmp_tuple of nf_conntrack_proto_icmp.c).
  private static boolean begins(Content content) {
    return switch (content) {
      case Content.Transport(var protocol, var stage) ->
          protocol == Protocol.UDP || stage == Content.Stage.OPENING || pickedUp(stage);
      case Content.Icmp _ -> content.asks();
    };
  }

  /// Whether a connection is taken up from its middle is a setting.
  private static boolean pickedUp(Content.Stage stage) {
    if (stage == Content.Stage.OPEN) {
      throw new Undecidable("net.netfilter.nf_conntrack_tcp_loose");
    }
    return false;
  }
}
