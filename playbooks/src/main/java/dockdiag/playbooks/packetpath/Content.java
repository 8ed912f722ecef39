package dockdiag.playbooks.packetpath;

import dockdiag.probes.net.Protocol;

/// What a packet carries, as far as rules ask for it.
public sealed interface Content {

  /// Of a transport protocol, at some stage of its connection.
  record Transport(Protocol protocol, Stage stage) implements Content {
    @Override
    public String toString() {
      return protocol.toString();
    }
  }

  /// A message of ICMP, or of ICMPv6 in a packet of IPv6.
  record Icmp(int type, int code) implements Content {
    @Override
    public String toString() {
      return "icmp";
    }
  }

  /// How far its connection has come.
  enum Stage {
    /// The first packet: of TCP the SYN.
    OPENING,
    /// The answer to the first one: of TCP the SYN with ACK.
    ANSWERING,
    /// Any behind them: of TCP one with ACK.
    OPEN
  }

  /// Of the packet that answers one that carries this.
  default Content answer() {
    return switch (this) {
      case Transport(var protocol, var stage) ->
          new Transport(protocol, stage == Stage.OPENING ? Stage.ANSWERING : Stage.OPEN);
      case Icmp(int type, int code) -> new Icmp(answered(type), code);
    };
  }

  /// Whether it is a question by itself, as pings are.
  default boolean asks() {
    return this instanceof Icmp(int type, _) && (type == 8 || type == 128);
  }

  /// Of a later packet that goes the same way.
  default Content following() {
    return this instanceof Transport(var protocol, _) ? new Transport(protocol, Stage.OPEN) : this;
  }

  /// Echo requests and replies in turn, of RFC 792 and RFC 4443.
  private static int answered(int type) {
    return switch (type) {
      case 8 -> 0;
      case 0 -> 8;
      case 128 -> 129;
      case 129 -> 128;
      default -> type;
    };
  }
}
