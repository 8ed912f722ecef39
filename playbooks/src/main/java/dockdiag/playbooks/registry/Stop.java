package dockdiag.playbooks.registry;

import dockdiag.playbooks.Evidence;
import java.util.List;
import java.util.stream.Stream;

/// What keeps the engine from an image.
///
/// @param where whom it happens with: `host:port`
/// @param how as the evidence has it: `refused`, `expired`, `HTTP 503`
public record Stop(Why why, String where, String how, List<Evidence> evidence) {

  /// At which hop, and in which way.
  public enum Why {
    /// The name does not resolve.
    NAME,
    /// Nobody there, or no registry.
    UNREACHABLE,
    /// Nobody says anything.
    TIMEOUT,
    /// Large packets are lost.
    MTU,
    /// The certificate will not do.
    UNTRUSTED,
    /// The certificate would do by the server's clock.
    CLOCK,
    /// It speaks HTTP without TLS.
    PLAIN_HTTP,
    /// The engine's proxy does not lead there.
    PROXY,
    /// A proxy that the engine does not know leads there.
    PROXY_MISSING,
    /// It wants a login.
    LOGIN,
    /// It wants a login, and the program that keeps it is not there.
    LOGIN_KEPT_AWAY,
    /// There is no such image.
    NOT_FOUND,
    /// Too many requests.
    RATE_LIMIT,
    /// There is none for the engine's platform.
    PLATFORM
  }

  public Stop {
    evidence = List.copyOf(evidence);
  }

  /// With more that was seen.
  Stop seeing(List<Evidence> more) {
    return new Stop(why, where, how, Stream.of(evidence, more).flatMap(List::stream).toList());
  }
}
