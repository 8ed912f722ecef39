package dockdiag.probes.reach;

/// What became of a real connection or datagram.
///
/// @param then what the peer did within 250 ms after the connection stood
/// @param received the peer's first bytes, at most 256, untrusted; all but printable ASCII as
///   `\xNN`
public record Reach(Outcome outcome, Then then, String received) {

  /// How it ended.
  public enum Outcome {
    /// TCP: the connection stands.
    CONNECTED,
    /// Somebody said no: RST, or ICMP port unreachable.
    REFUSED,
    /// Nobody said anything within the deadline.
    TIMED_OUT,
    /// ICMP host unreachable, or no neighbour answers: EHOSTUNREACH.
    NO_ROUTE,
    /// No route to that network: ENETUNREACH.
    UNREACHABLE,
    /// The connection broke while it was being made.
    RESET,
    /// The namespace has no address of this family.
    NO_ADDRESS,
    /// UDP: something came back.
    ANSWERED,
    /// UDP: nothing came back, which proves nothing.
    SILENT
  }

  /// What followed a connection.
  public enum Then {
    /// It stayed open.
    OPEN,
    /// The peer closed it.
    CLOSED,
    /// The peer broke it.
    RESET,
    /// There was no connection.
    NONE
  }

  /// Whether somebody answered for that port: a connection stands, or a datagram came back.
  public boolean isAnswered() {
    return outcome == Outcome.CONNECTED || outcome == Outcome.ANSWERED;
  }
}
