package dockdiag.probes.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/// An IPv4 or IPv6 address, never a name; an IPv4-mapped IPv6 address (RFC 4291, 2.5.5.2) is the
/// IPv4 address.
public record Address(InetAddress value) {

  /// `0.0.0.0`.
  public static final Address ANY4 = of("0.0.0.0");

  /// `127.0.0.1`.
  public static final Address LOOPBACK4 = of("127.0.0.1");

  /// `::`.
  public static final Address ANY6 = of("::");

  /// `::1`.
  public static final Address LOOPBACK6 = of("::1");

  /// Reads a literal.
  ///
  /// @throws IllegalArgumentException where it is none; nothing is ever looked up
  public static Address of(String literal) {
    return new Address(InetAddress.ofLiteral(literal));
  }

  /// Reads a literal that may be none.
  public static Optional<Address> parse(String text) {
    try {
      return Optional.of(of(text));
    } catch (IllegalArgumentException notALiteral) {
      return Optional.empty();
    }
  }

  /// Whether it is of IPv6.
  public boolean isIpv6() {
    return value instanceof Inet6Address;
  }

  /// `0.0.0.0` or `::`.
  public boolean isAny() {
    return value.isAnyLocalAddress();
  }

  /// In `127.0.0.0/8`, or `::1`.
  public boolean isLoopback() {
    return value.isLoopbackAddress();
  }

  /// With a port behind it: `127.0.0.1:80`, `[::1]:80`.
  public String with(int port) {
    return isIpv6() ? "[" + this + "]:" + port : this + ":" + port;
  }

  @Override
  public String toString() {
    return isIpv6() ? Ipv6Text.of(value.getAddress()) : value.getHostAddress();
  }
}
