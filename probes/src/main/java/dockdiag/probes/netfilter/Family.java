package dockdiag.probes.netfilter;

import java.util.Locale;
import java.util.Optional;

/// Which packets a table sees, as nft names it.
public enum Family {
  /// IPv4.
  IP,
  /// IPv6.
  IP6,
  /// Both.
  INET,
  /// Packets of a bridge.
  BRIDGE,
  /// ARP.
  ARP,
  /// One interface, before all else.
  NETDEV;

  /// The family that nft calls so.
  public static Optional<Family> named(String name) {
    for (Family family : values()) {
      if (family.toString().equals(name)) {
        return Optional.of(family);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
