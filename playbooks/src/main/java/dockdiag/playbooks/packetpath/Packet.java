package dockdiag.playbooks.packetpath;

import dockdiag.probes.net.Protocol;

/// A packet at one point of its way.
///
/// @param in the interface that it came in by; empty where it was made here
/// @param out the interface that it will leave by; empty while that is not known
/// @param mark of netfilter, 32 bits
/// @param tracking what the kernel knows of its connection
public record Packet(
    Protocol protocol,
    Endpoint source,
    Endpoint destination,
    String in,
    String out,
    long mark,
    Tracking tracking) {

  /// A connection's first packet, come in by the interface.
  public static Packet arriving(
      Protocol protocol, Endpoint source, Endpoint destination, String in) {
    return new Packet(protocol, source, destination, in, "", 0, Tracking.none());
  }

  /// A connection's first packet, made here.
  public static Packet leaving(Protocol protocol, Endpoint source, Endpoint destination) {
    return arriving(protocol, source, destination, "");
  }

  boolean isIpv6() {
    return destination.address().isIpv6();
  }

  Packet in(String device) {
    return new Packet(protocol, source, destination, device, "", mark, tracking);
  }

  Packet out(String device) {
    return new Packet(protocol, source, destination, in, device, mark, tracking);
  }

  /// The same as if it were made here, unmarked and not routed yet.
  Packet made() {
    return new Packet(protocol, source, destination, "", "", 0, tracking);
  }

  Packet marked(long value) {
    return new Packet(protocol, source, destination, in, out, value, tracking);
  }

  Packet tracked(Tracking value) {
    return new Packet(protocol, source, destination, in, out, mark, value);
  }

  Packet from(Endpoint other) {
    return new Packet(protocol, other, destination, in, out, mark, tracking);
  }

  Packet to(Endpoint other) {
    return new Packet(protocol, source, other, in, out, mark, tracking);
  }

  @Override
  public String toString() {
    return protocol + " " + source + " -> " + destination;
  }
}
