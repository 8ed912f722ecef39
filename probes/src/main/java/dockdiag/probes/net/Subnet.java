package dockdiag.probes.net;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.stream.Stream;

/// A network with its prefix length, written as in RFC 4632: `172.18.0.0/16`.
///
/// No record, as it keeps what it has read: many packets ask many rules for theirs.
public final class Subnet {

  private final String text;
  private final IPAddress block;

  /// Refuses what is no subnet.
  ///
  /// @param text as the source wrote it, so that reports show what people know
  public Subnet(String text) {
    this(text, block(text).orElseThrow(() -> new IllegalArgumentException("no subnet: " + text)));
  }

  private Subnet(String text, IPAddress block) {
    this.text = text;
    this.block = block;
  }

  /// Reads a text that may be none.
  public static Optional<Subnet> parse(String text) {
    return block(text).map(block -> new Subnet(text, block));
  }

  /// As the source wrote it.
  public String text() {
    return text;
  }

  /// Whether the address lies in it; never across families.
  public boolean contains(Address address) {
    InetAddress value = address.value();
    return block.contains(
        value instanceof Inet4Address ipv4
            ? new IPv4Address(ipv4)
            : new IPv6Address((Inet6Address) value));
  }

  /// Whether they share an address.
  public boolean overlaps(Subnet other) {
    return block.contains(other.block) || other.block.contains(block);
  }

  /// How narrow it is.
  public int prefixLength() {
    return Integer.parseInt(text.substring(text.indexOf('/') + 1));
  }

  /// Its parts of that prefix length, in order; itself where that is no longer than its own.
  public Stream<Subnet> parts(int length) {
    return length <= prefixLength() || length > block.getBitCount()
        ? Stream.of(this)
        : block
            .setPrefixLength(length, false)
            .prefixBlockStream()
            .map(part -> new Subnet(part.toCanonicalString()));
  }

  private static Optional<IPAddress> block(String text) {
    return Optional.ofNullable(new IPAddressString(text).getAddress())
        .filter(address -> text.indexOf('/') > 0)
        .map(IPAddress::toPrefixBlock);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Subnet subnet && text.equals(subnet.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
