package dockdiag.playbooks.exchange;

import dockdiag.playbooks.packetpath.Packet;
import dockdiag.playbooks.packetpath.Trace;

/// One passage of one packet through one network namespace, or over one bridge.
///
/// @param before the packet as it came there
public record Leg(Where where, Direction direction, Packet before, Trace trace) {

  /// Which way.
  public enum Direction {
    /// From the client to the server.
    REQUEST,
    /// Back.
    REPLY
  }

  /// Where a packet is walked.
  public sealed interface Where {

    /// The host's namespace.
    record OnHost() implements Where {
      @Override
      public String toString() {
        return "host";
      }
    }

    /// The host's namespace again: docker-proxy took the client's connection and makes its own to
    /// the container.
    record Proxied() implements Where {
      @Override
      public String toString() {
        return "host docker-proxy";
      }
    }

    /// From port to port of a bridge of the host, without being routed.
    record OverBridge(String device) implements Where {
      @Override
      public String toString() {
        return "host " + device;
      }
    }

    /// A container's namespace.
    record InContainer(String name) implements Where {
      @Override
      public String toString() {
        return name;
      }
    }
  }
}
