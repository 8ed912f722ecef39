package dockdiag.probes.netfilter;

import dockdiag.probes.net.Address;
import java.math.BigInteger;

/// What a packet's field is compared with.
public sealed interface Operand {

  /// What an IPv4 address has before it as an IPv6 one (RFC 4291, 2.5.5.2).
  BigInteger MAPPED = BigInteger.valueOf(0xffff).shiftLeft(32);

  /// Numbers in a row; an address is the number that its bytes are.
  record Span(BigInteger first, BigInteger last) implements Operand {

    /// Whether it lies among them.
    public boolean holds(BigInteger number) {
      return first.compareTo(number) <= 0 && number.compareTo(last) <= 0;
    }
  }

  /// A name, or with a star at its end all names that begin so.
  record Name(String pattern) implements Operand {

    /// Whether it is meant.
    public boolean holds(String name) {
      return pattern.endsWith("*")
          ? name.startsWith(pattern.substring(0, pattern.length() - 1))
          : name.equals(pattern);
    }
  }

  /// One number.
  static Span one(BigInteger number) {
    return new Span(number, number);
  }

  /// One number.
  static Span one(long number) {
    return one(BigInteger.valueOf(number));
  }

  /// From a number to a number.
  static Span between(long first, long last) {
    return new Span(BigInteger.valueOf(first), BigInteger.valueOf(last));
  }

  /// The number that the address's bytes are.
  static BigInteger number(Address address) {
    return new BigInteger(1, address.value().getAddress());
  }

  /// The addresses that share their first bits with this one; `::ffff:0.0.0.0` is of IPv6 here.
  static Span prefix(String address, int length) {
    boolean ipv6 = address.indexOf(':') >= 0;
    int bits = ipv6 ? 128 : 32;
    if (length < 0 || length > bits) {
      throw new IllegalArgumentException("no prefix of " + address + ": " + length);
    }
    Address read = Address.of(address);
    BigInteger mapped = ipv6 && !read.isIpv6() ? MAPPED : BigInteger.ZERO;
    BigInteger low = BigInteger.ONE.shiftLeft(bits - length).subtract(BigInteger.ONE);
    BigInteger first = number(read).or(mapped).andNot(low);
    return new Span(first, first.or(low));
  }
}
