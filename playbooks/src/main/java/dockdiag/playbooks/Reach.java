package dockdiag.playbooks;

import java.util.Optional;

/// Whether one class of clients reaches a published port, or a container its DNS server or the
/// outside.
///
/// @param subject the container and the port that is meant
/// @param from the class: `outside`, `host-loopback`, `host-address`, `same-network`,
///     `other-network`; of what goes to DNS servers and to the outside who asks, `container` or
///     `host`
/// @param family `ipv4` or `ipv6`
/// @param protocol `tcp` or `udp`
/// @param to address and port that the client asks
/// @param predicted what the rules say; empty where they do not decide it, or could not be seen
/// @param observed what a real packet saw; empty where none was sent
/// @param at where it ends as the rules say, if not at the server
public record Reach(
    Subject subject,
    String from,
    String family,
    String protocol,
    String to,
    Optional<Fate> predicted,
    Optional<Fate> observed,
    Optional<At> at) {

  /// What became of a packet.
  public enum Fate {
    /// The server has it.
    DELIVERED("delivered"),
    /// Answered by a reset or an ICMP error.
    REFUSED("refused"),
    /// Connected, and closed before a byte came: nobody stands behind the proxy.
    CLOSED("closed-at-once"),
    /// docker-proxy has taken the connection and does not get through to the server.
    ACCEPTED("accepted"),
    /// No answer at all.
    DROPPED("dropped"),
    /// No answer, which of a UDP server says nothing.
    SILENT("silent"),
    /// The host has no way there.
    UNREACHABLE("unreachable"),
    /// It leaves the host, which lets the answer through; what becomes of it beyond is not known.
    LEAVES("leaves"),
    /// The far end answered, be it no: the way there and back is free.
    ANSWERED("answered");

    private final String text;

    Fate(String text) {
      this.text = text;
    }

    /// Whether a client that meets this fate complains.
    public boolean fails() {
      return switch (this) {
        case DELIVERED, SILENT, LEAVES, ANSWERED -> false;
        case REFUSED, CLOSED, ACCEPTED, DROPPED, UNREACHABLE -> true;
      };
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /// Where a packet's way ends before the server.
  ///
  /// @param place of a rule `iptables filter DOCKER-USER 1`, with the container's name before it
  ///     where it is not the host's; else the container, the host or the interface
  /// @param detail the rule's text, or what is missing, untrusted
  public record At(Why why, String place, String detail) {
    @Override
    public String toString() {
      return why == Why.RULE || why == Why.RULE_FOR_ANSWER ? place : place + ": " + detail;
    }
  }

  /// Why a packet's way ends.
  public enum Why {
    /// A rule or a policy stops it.
    RULE,
    /// A rule or a policy stops the answer.
    RULE_FOR_ANSWER,
    /// The kernel drops it by itself.
    KERNEL,
    /// Nobody listens there.
    NO_LISTENER,
    /// Nobody has that address there.
    NO_NEIGHBOUR,
    /// It leaves the host.
    AWAY,
    /// What is known does not decide it.
    UNDECIDED
  }

  /// Whether what a real packet saw cannot be where the rules are as they were read.
  ///
  /// The silence of a UDP server says nothing; a client of docker-proxy cannot tell one that waits
  /// for the server from one that has it; and a server may close whatever it took.
  public boolean disagrees() {
    if (predicted.isEmpty() || observed.isEmpty() || observed.get() == Fate.SILENT) {
      return false;
    }
    return switch (predicted.get()) {
      case LEAVES -> false; // others decide
      case DELIVERED, ACCEPTED -> observed.get() != Fate.DELIVERED && observed.get() != Fate.CLOSED;
      // an address that nobody has is asked for until the client gives up
      case UNREACHABLE, DROPPED ->
          observed.get() != Fate.UNREACHABLE && observed.get() != Fate.DROPPED;
      case Fate fate -> fate != observed.get();
    };
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
