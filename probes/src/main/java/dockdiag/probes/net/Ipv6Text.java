package dockdiag.probes.net;

import inet.ipaddr.ipv6.IPv6Address;

/// The text form of RFC 5952: lower case, the longest run of zeros as `::`.
final class Ipv6Text {

  private Ipv6Text() {}

  static String of(byte[] bytes) {
    return new IPv6Address(bytes).toCanonicalString();
  }
}
