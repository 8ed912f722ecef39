package dockdiag.probes.net;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// A network with its prefix length, written as in RFC 4632: `172.18.0.0/16`.
///
/// No record, as it keeps what it has read: many packets ask many rules for theirs.
public final class Subnet {

  private final String text;
  private final IPAddress block;
  private final byte[] first;
  private final byte[] last;

  /// Refuses what is no subnet.
  ///
  /// @param text as the source wrote it, so that reports show what people know
  public Subnet(String text) {
    this(text, block(text).orElseThrow(() -> new IllegalArgumentException("no subnet: " + text)));
  }

  private Subnet(String text, IPAddress block) {
    this.text = text;
    this.block = block;
    this.first = block.getLower().getBytes();
    this.last = block.getUpper().getBytes();
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
    // the library's own answer builds an address for each question, and walks ask without end
    byte[] bytes = address.value().getAddress();
    return bytes.length == first.length
        && Arrays.compareUnsigned(first, bytes) <= 0
        && Arrays.compareUnsigned(bytes, last) <= 0;
  }

  /// Whether it is of IPv6.
  public boolean isIpv6() {
    return block.isIPv6();
  }

  /// Whether they share an address.
  public boolean overlaps(Subnet other) {
    return block.contains(other.block) || other.block.contains(block);
  }

  /// How many addresses it has.
  public BigInteger count() {
    return block.getCount();
  }

  /// The first of them, which names the network.
  public Address first() {
    return new Address(block.getLower().toInetAddress());
  }

  /// The last of them; of IPv4 the broadcast address.
  public Address last() {
    return new Address(block.getUpper().toInetAddress());
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
