package dockdiag.probes.netfilter;

import dockdiag.probes.net.Address;
import dockdiag.probes.net.PortRange;
import dockdiag.probes.netfilter.Operand.Name;
import dockdiag.probes.netfilter.Operand.Span;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Reads values as iptables writes them; what is none is an IllegalArgumentException.
final class SaveValues {

  private SaveValues() {}

  /// `172.18.0.0/16`, `172.18.0.0/255.255.0.0`, `fd00::/8`, an address alone.
  static Span addresses(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Operand.one(Operand.number(Address.of(text)));
    }
    String mask = text.substring(slash + 1);
    int length = mask.matches("\\d{1,3}") ? Integer.parseInt(mask) : length(Address.of(mask));
    return Operand.prefix(text.substring(0, slash), length);
  }

  private static int length(Address mask) {
    BigInteger bits = Operand.number(mask);
    int width = mask.isIpv6() ? 128 : 32;
    int length = bits.bitCount();
    BigInteger ones = BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE);
    if (!ones.shiftLeft(width - length).equals(bits)) {
      throw new IllegalArgumentException("no prefix: " + mask);
    }
    return length;
  }

  /// `10.0.0.1-10.0.0.9`, or one address.
  static Span range(String text) {
    String[] ends = text.split("-", 2);
    return new Span(
        Operand.number(Address.of(ends[0])), Operand.number(Address.of(ends[ends.length - 1])));
  }

  /// `80`, `1000:2000`, `:1023`, `1024:`.
  static Span ports(String text) {
    String[] ends = text.split(":", -1);
    if (ends.length > 2) {
      throw new IllegalArgumentException(text);
    }
    String last = ends[ends.length - 1];
    return Operand.between(
        ends[0].isEmpty() ? 0 : number(ends[0]), last.isEmpty() ? 65_535 : number(last));
  }

  /// `80` or `80-90` of a target.
  static PortRange targetPorts(String text) {
    return PortRange.parse(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  /// A name of which a plus at the end means all that begin so.
  static Name device(String text) {
    return new Name(text.endsWith("+") ? text.substring(0, text.length() - 1) + "*" : text);
  }

  static Span protocol(String text) {
    return text.matches("\\d{1,3}")
        ? Operand.one(number(text))
        : Operand.one(Key.L4PROTO.bit(text));
  }

  /// Decimal or with `0x`, of 32 bits.
  static long number(String text) {
    long number = Long.decode(text);
    if (number < 0 || number > 0xffff_ffffL) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  /// `0x1/0xff`: the value, and the mask that is all ones where there is none.
  static long[] masked(String text) {
    String[] parts = text.split("/", 2);
    return new long[] {number(parts[0]), parts.length == 1 ? 0xffff_ffffL : number(parts[1])};
  }

  static List<String> words(String text) {
    return List.of(text.toLowerCase(Locale.ROOT).split(",", -1));
  }

  static long bits(Key key, Stream<String> words) {
    return words.mapToLong(key::bit).reduce(0, (one, other) -> one | other);
  }
}
