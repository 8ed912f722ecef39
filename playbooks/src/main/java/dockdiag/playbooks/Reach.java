package dockdiag.playbooks;

import java.util.Optional;

/// Whether one class of clients reaches a published port.
///
/// @param subject the container and the port that is meant
/// @param from the class: `outside`, `host-loopback`, `host-address`, `same-network`,
///     `other-network`
/// @param family `ipv4` or `ipv6`
/// @param protocol `tcp` or `udp`
/// @param to address and port that the client asks
/// @param predicted what the rules say; empty where they were not evaluated
/// @param observed what a real packet saw; empty where none was sent
/// @param at where it ends, if not at the server
public record Reach(
    Subject subject,
    String from,
    String family,
    String protocol,
    String to,
    Optional<Fate> predicted,
    Optional<Fate> observed,
    Optional<String> at) {

  /// What became of a packet.
  public enum Fate {
    /// The server has it.
    DELIVERED("delivered"),
    /// Answered by a reset or an ICMP error.
    REFUSED("refused"),
    /// Connected, and closed before a byte came: nobody stands behind the proxy.
    CLOSED("closed-at-once"),
    /// No answer at all.
    DROPPED("dropped"),
    /// No answer, which of a UDP server says nothing.
    SILENT("silent"),
    /// The host has no way there.
    UNREACHABLE("unreachable");

    private final String text;

    Fate(String text) {
      this.text = text;
    }

    /// Whether a client that meets this fate complains.
    public boolean fails() {
      return this != DELIVERED && this != SILENT;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /// What a real packet saw, else what the rules say.
  public Optional<Fate> outcome() {
    return observed.or(() -> predicted);
  }

  /// Whether a real packet failed.
  public boolean failed() {
    return observed.map(Fate::fails).orElse(false);
  }
}
