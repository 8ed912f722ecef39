package dockdiag.probes.netfilter;

import dockdiag.probes.net.PortRange;
import java.util.List;
import java.util.Optional;

/// What a rule does to a packet that it is meant for.
public sealed interface Target extends Statement {

  /// The base chain ends here, and the next one goes on.
  record Accept() implements Target {}

  /// The packet is gone.
  record Drop() implements Target {}

  /// The packet is gone, and its sender is told.
  ///
  /// @param with as the source names the answer: `icmp-port-unreachable`, `tcp reset`
  record Reject(String with) implements Target {}

  /// Back to where this chain was called from; out of a base chain: its policy.
  record Return() implements Target {}

  /// On with the next rule.
  record Continue() implements Target {}

  /// Through the chain, and back here.
  record Jump(String chain) implements Target {}

  /// Through the chain, and back to where this chain was called from.
  record Goto(String chain) implements Target {}

  /// The verdict that the map has for the packet; none: on with the next rule.
  record Lookup(List<Key> keys, Elements elements) implements Target {
    public Lookup {
      keys = List.copyOf(keys);
    }
  }

  /// The destination becomes this.
  record Dnat(Rewrite to) implements Target {}

  /// The source becomes this.
  record Snat(Rewrite to) implements Target {}

  /// The source becomes an address of the interface that it leaves by.
  record Masquerade(Optional<PortRange> ports) implements Target {}

  /// The destination becomes this host.
  record Redirect(Optional<PortRange> ports) implements Target {}

  /// The packet's mark becomes `(mark and not mask) xor value`.
  record SetMark(long mask, long value) implements Target {}

  /// The connection's mark becomes `(mark and not mask) xor value`.
  record SetConnectionMark(long mask, long value) implements Target {}

  /// The packet's mark becomes its connection's: `(mark and not packetMask) xor (connection's and
  /// connectionMask)`.
  record RestoreMark(long packetMask, long connectionMask) implements Target {}

  /// The connection's mark becomes the packet's: `(connection's and not connectionMask) xor (mark
  /// and packetMask)`.
  record SaveMark(long packetMask, long connectionMask) implements Target {}

  /// The packet is of no connection.
  record Notrack() implements Target {}

  /// Something that changes neither where it goes nor whether: a log, a counter.
  record Harmless(String text) implements Target {}

  /// dockdiag does not know what it does.
  record Unmodelled(String text) implements Target {}

  /// What an address and a port become.
  ///
  /// @param family of the packets that it rewrites; others go on as they are; empty: of all
  /// @param address empty: it stays
  /// @param ports empty: it stays
  /// @param map where both are looked up instead
  record Rewrite(
      Optional<Family> family,
      Optional<Operand.Span> address,
      Optional<PortRange> ports,
      Optional<Lookup> map) {}
}
