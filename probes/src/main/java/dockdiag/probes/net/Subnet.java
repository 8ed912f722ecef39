package dockdiag.probes.net;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Optional;
import java.util.stream.Stream;

/// A network with its prefix length, written as in RFC 4632: `172.18.0.0/16`.
///
/// @param text as the source wrote it, so that reports show what people know
public record Subnet(String text) {

  /// Refuses what is no subnet.
  public Subnet {
    if (block(text).isEmpty()) {
      throw new IllegalArgumentException("no subnet: " + text);
    }
  }

  /// Reads a text that may be none.
  public static Optional<Subnet> parse(String text) {
    return block(text).map(block -> new Subnet(text));
  }

  /// Whether the address lies in it; never across families.
  public boolean contains(Address address) {
    return block().contains(new IPAddressString(address.toString()).getAddress());
  }

  /// Whether they share an address.
  public boolean overlaps(Subnet other) {
    return block().contains(other.block()) || other.block().contains(block());
  }

  /// How narrow it is.
  public int prefixLength() {
    return Integer.parseInt(text.substring(text.indexOf('/') + 1));
  }

  /// Its parts of that prefix length, in order; itself where that is no longer than its own.
  public Stream<Subnet> parts(int length) {
    return length <= prefixLength() || length > block().getBitCount()
        ? Stream.of(this)
        : block()
            .setPrefixLength(length, false)
            .prefixBlockStream()
            .map(part -> new Subnet(part.toCanonicalString()));
  }

  private IPAddress block() {
    return block(text).orElseThrow();
  }

  private static Optional<IPAddress> block(String text) {
    return Optional.ofNullable(new IPAddressString(text).getAddress())
        .filter(address -> text.indexOf('/') > 0)
        .map(IPAddress::toPrefixBlock);
  }

  @Override
  public String toString() {
    return text;
  }
}
