package dockdiag.testenv;

/// What became of packets that were really sent, and the text that came back.
public record Attempt(Outcome outcome, String received) {

  /// How it ended, as the sender saw it.
  public enum Outcome {
    /// The connection stands, or the datagram was answered.
    CONNECTED,
    /// Accepted, and closed or reset before a byte came: docker-proxy with nothing behind it.
    CLOSED_AT_ONCE,
    /// Reset on connect, or ICMP port unreachable.
    REFUSED,
    /// Nothing came within the limit.
    TIMED_OUT,
    /// No route, or ICMP host or net unreachable, or rejected by a filter with another message.
    UNREACHABLE
  }

  static Attempt silent(Outcome outcome) {
    return new Attempt(outcome, "");
  }

  public boolean connected() {
    return outcome == Outcome.CONNECTED;
  }
}
