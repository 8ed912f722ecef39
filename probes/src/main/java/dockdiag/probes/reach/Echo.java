package dockdiag.probes.reach;

import dockdiag.probes.net.Address;
import java.util.Optional;
import java.util.OptionalInt;

/// What became of an echo request.
///
/// @param micros the round trip in microseconds, of an answer
/// @param by who reported it, where ICMP did: a router, this host itself, or the address asked
/// @param code of ICMP's destination unreachable (RFC 792, RFC 1812 5.2.7.1; RFC 4443, 3.1)
/// @param mtu the largest packet, headers included, that the next link takes, where one was too big
public record Echo(
    Outcome outcome, OptionalInt micros, Optional<Address> by, OptionalInt code, OptionalInt mtu) {

  /// How it ended.
  public enum Outcome {
    /// The reply came.
    ANSWERED,
    /// Its hops ended on the way.
    TIME_EXCEEDED,
    /// ICMP destination unreachable.
    UNREACHABLE,
    /// Too large for a link, and it may not be fragmented; without `by`, for the first one.
    TOO_BIG,
    /// Nobody said anything within the deadline.
    TIMED_OUT,
    /// The namespace has no route there, or one that is a blackhole.
    NO_ROUTE,
    /// The namespace has no address of this family.
    NO_ADDRESS,
    /// The namespace's own rules or a route that prohibits: EPERM, EACCES.
    FORBIDDEN
  }

  /// Whether the reply came.
  public boolean isAnswered() {
    return outcome == Outcome.ANSWERED;
  }
}
