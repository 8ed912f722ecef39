package dockdiag.playbooks;

import java.util.OptionalLong;

/// One step of a packet's way, as reports tell it.
///
/// @param direction of the packet
/// @param where the namespace and the interface that it came in by: `host eth0`, `mysql`
/// @param stage `nat PREROUTING`, of nft `filter forward 10`; of the kernel's own work `kernel`,
///     and `packet` where a packet comes to a namespace or goes from it
/// @param rule its text, or what the kernel did; untrusted
/// @param ref the rule's place: `iptables nat DOCKER 3`; empty of what is none
/// @param verdict what it came to: `accept`, `drop`, `jump DOCKER`, `dnat`; the packet's ends
/// @param packets the rule's counter; empty of what has none
public record PathStep(
    Direction direction,
    String where,
    String stage,
    String rule,
    String ref,
    String verdict,
    OptionalLong packets) {

  /// The stage of what the kernel does by itself.
  public static final String KERNEL = "kernel";

  /// The stage at which a packet comes or goes.
  public static final String PACKET = "packet";

  /// Which way.
  public enum Direction {
    /// To the server.
    REQUEST,
    /// Back to the client.
    REPLY
  }
}
