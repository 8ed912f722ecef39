package dockdiag.probes.socket;

import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A socket of one network namespace, an entry of `inet_diag` or `/proc/net/tcp`.
///
/// Those on 127.0.0.11 belong to the engine, which answers DNS there on the container's behalf.
///
/// @param localPort 0 where it is not bound
/// @param remotePort 0 where it is not connected
/// @param readQueue of a TCP listener the connections that wait to be accepted, else bytes
/// @param writeQueue of a TCP listener the most connections that may wait, else bytes
/// @param uid its owner, as dockdiag's user namespace numbers it
/// @param inode by which a process holds it; empty where none does any more
/// @param ipv6Only `IPV6_V6ONLY`; empty where the kernel does not tell
public record Socket(
    Protocol protocol,
    State state,
    Address local,
    int localPort,
    Address remote,
    int remotePort,
    OptionalLong readQueue,
    OptionalLong writeQueue,
    OptionalInt uid,
    OptionalLong inode,
    Optional<Boolean> ipv6Only) {

  private static final Address EMBEDDED_DNS = Address.of("127.0.0.11");

  /// The state, as net/tcp_states.h names it; a UDP socket is `ESTABLISHED` or `CLOSE`.
  public enum State {
    /// Connected.
    ESTABLISHED,
    /// Connecting, no answer yet.
    SYN_SENT,
    /// Being connected to.
    SYN_RECV,
    /// Closed here, not yet acknowledged.
    FIN_WAIT1,
    /// Closed here, still open there.
    FIN_WAIT2,
    /// Closed on both ends, kept for stragglers.
    TIME_WAIT,
    /// Not connected; of UDP: receives from anybody.
    CLOSE,
    /// Closed there, still open here.
    CLOSE_WAIT,
    /// Closed on both ends, last acknowledgement outstanding.
    LAST_ACK,
    /// Accepts connections.
    LISTEN,
    /// Closed on both ends at once.
    CLOSING,
    /// Being connected to, not yet a full socket.
    NEW_SYN_RECV,
    /// Bound and nothing else, since Linux 6.8.
    BOUND_INACTIVE
  }

  /// Whether it takes what comes from anybody: a TCP listener, or a bound UDP socket without peer.
  public boolean isListening() {
    return switch (protocol) {
      case TCP -> state == State.LISTEN;
      case UDP -> state == State.CLOSE && localPort != 0 && remotePort == 0;
      case SCTP -> false;
    };
  }

  /// Whether it is the engine's embedded DNS server.
  public boolean isEmbeddedDns() {
    return local.equals(EMBEDDED_DNS);
  }

  /// The port that it is bound to; empty where it is not bound.
  public Optional<Port> port() {
    return localPort == 0 ? Optional.empty() : Optional.of(new Port(localPort, protocol));
  }

  /// Whether what is sent to the address is taken, as far as the address goes.
  ///
  /// A socket on `::` takes IPv4 too, unless it is of IPv6 alone (ipv6(7)); where that is not
  /// told the answer is empty.
  public Optional<Boolean> accepts(Address destination) {
    if (!local.isAny()) {
      return Optional.of(local.equals(destination));
    }
    if (local.isIpv6() == destination.isIpv6()) {
      return Optional.of(true);
    }
    return local.isIpv6() ? ipv6Only.map(only -> !only) : Optional.of(false);
  }
}
