package dockdiag.probes.net;

import java.util.Locale;
import java.util.Optional;

/// A transport protocol that the engine can publish.
public enum Protocol {
  /// RFC 9293.
  TCP,
  /// RFC 768.
  UDP,
  /// RFC 9260.
  SCTP;

  /// The protocol of that name, in any case.
  public static Optional<Protocol> named(String name) {
    for (Protocol protocol : values()) {
      if (protocol.name().equalsIgnoreCase(name)) {
        return Optional.of(protocol);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
