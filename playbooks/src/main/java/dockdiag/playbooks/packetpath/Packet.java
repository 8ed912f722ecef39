package dockdiag.playbooks.packetpath;

import dockdiag.playbooks.packetpath.Content.Icmp;
import dockdiag.playbooks.packetpath.Content.Stage;
import dockdiag.playbooks.packetpath.Content.Transport;
import dockdiag.playbooks.packetpath.Tracking.Ends;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;

/// A packet at one point of its way.
///
/// @param in the interface that it came in by; empty where it was made here
/// @param out the interface that it will leave by; empty while that is not known
/// @param ports of a bridge that it passes
/// @param mark of netfilter, 32 bits
/// @param tracking what the kernel knows of its connection at this point
/// @param connection what it will find, once it looks the connection up
public record Packet(
    Content content,
    Endpoint source,
    Endpoint destination,
    String in,
    String out,
    Ports ports,
    long mark,
    Tracking tracking,
    Tracking connection) {

  /// A connection's first packet, come in by the interface.
  public static Packet arriving(
      Protocol protocol, Endpoint source, Endpoint destination, String in) {
    Ends ends = new Ends(source, destination);
    return fresh(new Transport(protocol, Stage.OPENING), ends, in);
  }

  /// A connection's first packet, made here.
  public static Packet leaving(Protocol protocol, Endpoint source, Endpoint destination) {
    return arriving(protocol, source, destination, "");
  }

  /// An echo request, come in by the interface, or made here where that is empty.
  public static Packet ping(Address source, Address destination, String in) {
    Ends ends = new Ends(new Endpoint(source, 0), new Endpoint(destination, 0));
    return fresh(new Icmp(destination.isIpv6() ? 128 : 8, 0), ends, in);
  }

  private static Packet fresh(Content content, Ends ends, String in) {
    Tracking none = Tracking.none();
    return new Packet(
        content, ends.source(), ends.destination(), in, "", Ports.NONE, 0, none, none);
  }

  /// The answer to this one, as it meets this namespace again: by the interface that this one left
  /// by, or made here, where this one was delivered.
  public Packet answer() {
    return fresh(content.answer(), ends().turned(), out).after(this);
  }

  /// A later packet the same way of the same connection, which was answered meanwhile.
  ///
  /// It sets out where this one, which was sent or delivered, once did.
  public Packet following() {
    String device = in.equals("lo") ? "" : in;
    return tracking.isTracked()
        ? fresh(content.following(), tracking.ends(), device).found(tracking.established())
        : fresh(content.following(), ends(), device);
  }

  /// The same as it comes in by an interface of another namespace, which knows nothing of it.
  public Packet across(String device) {
    return fresh(content, ends(), device);
  }

  /// The same where it came in by that port of the bridge.
  public Packet through(String port) {
    return over(new Ports(in, port, ""));
  }

  /// The same where this namespace has sent or delivered an earlier one, perhaps of the same
  /// connection, and there finds it.
  public Packet after(Packet earlier) {
    Tracking known = earlier.tracking();
    if (!known.isTracked()) {
      return this;
    }
    boolean answers = ends().equals(known.answer()) && !content.asks();
    if (answers) {
      return found(known.answered());
    }
    return ends().equals(known.original()) ? found(known.repeated()) : this;
  }

  private Ends ends() {
    return new Ends(source, destination);
  }

  /// Whether this namespace knows its connection.
  public boolean isTracked() {
    return tracking.isTracked();
  }

  boolean isIpv6() {
    return destination.address().isIpv6();
  }

  private Packet found(Tracking value) {
    return new Packet(content, source, destination, in, out, ports, mark, tracking, value);
  }

  Packet in(String device) {
    return new Packet(content, source, destination, device, "", ports, mark, tracking, connection);
  }

  Packet out(String device) {
    return new Packet(content, source, destination, in, device, ports, mark, tracking, connection);
  }

  /// The same as if it were made here, unmarked and not routed yet.
  Packet made() {
    return new Packet(content, source, destination, "", "", Ports.NONE, 0, tracking, connection);
  }

  Packet over(Ports other) {
    return new Packet(content, source, destination, in, out, other, mark, tracking, connection);
  }

  Packet marked(long value) {
    return new Packet(content, source, destination, in, out, ports, value, tracking, connection);
  }

  Packet tracked(Tracking value) {
    return new Packet(content, source, destination, in, out, ports, mark, value, connection);
  }

  Packet from(Endpoint other) {
    return new Packet(content, other, destination, in, out, ports, mark, tracking, connection);
  }

  Packet to(Endpoint other) {
    return new Packet(content, source, other, in, out, ports, mark, tracking, connection);
  }

  @Override
  public String toString() {
    return content instanceof Icmp
        ? content + " " + source.address() + " -> " + destination.address()
        : content + " " + source + " -> " + destination;
  }
}
