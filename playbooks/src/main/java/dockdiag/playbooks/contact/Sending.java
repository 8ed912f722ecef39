package dockdiag.playbooks.contact;

import dockdiag.playbooks.Reach.Fate;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.reach.ConnectProbe;
import dockdiag.probes.reach.Echo;
import dockdiag.probes.reach.EchoProbe;
import dockdiag.probes.reach.Reach;
import java.util.Optional;

/// A real packet to one address: an echo request, a connection, or a datagram.
///
/// @param port empty: an echo
public record Sending(Namespace from, Address to, Optional<Port> port) {

  /// ICMP and ICMPv6 port unreachable (RFC 792, RFC 4443), with which rules reject by themselves.
  private static final int PORT_UNREACHABLE4 = 3;

  private static final int PORT_UNREACHABLE6 = 4;

  /// Of the contact, to that address.
  public static Sending of(Contact contact, Address to, Facts facts) throws Unobservable {
    return new Sending(contact.namespace(facts), to, contact.port());
  }

  /// What sends it.
  public Probe<?> probe() {
    return port.isPresent() ? connect() : echo();
  }

  private ConnectProbe connect() {
    return new ConnectProbe(from, to, port.orElseThrow(), "");
  }

  private EchoProbe echo() {
    return EchoProbe.of(from, to);
  }

  /// What became of it; empty where its namespace does not speak this family.
  public Optional<Fate> fate(Facts facts) throws Unobservable {
    return port.isPresent() ? fate(facts.get(connect())) : fate(facts.get(echo()));
  }

  /// The same as a text for people.
  public String told(Facts facts) throws Unobservable {
    return to + ": " + fate(facts).map(Fate::toString).orElse("no address of this family");
  }

  /// As a client of that port sees it.
  public static Optional<Fate> fate(Reach seen) {
    return switch (seen.outcome()) {
      case CONNECTED -> Optional.of(isClosedUnspoken(seen) ? Fate.CLOSED : Fate.DELIVERED);
      case ANSWERED -> Optional.of(Fate.DELIVERED);
      case REFUSED, RESET -> Optional.of(Fate.REFUSED);
      case TIMED_OUT -> Optional.of(Fate.DROPPED);
      case NO_ROUTE, UNREACHABLE -> Optional.of(Fate.UNREACHABLE);
      case SILENT -> Optional.of(Fate.SILENT);
      case NO_ADDRESS -> Optional.empty();
    };
  }

  private static boolean isClosedUnspoken(Reach seen) {
    return seen.then() != Reach.Then.OPEN && seen.received().isEmpty();
  }

  private Optional<Fate> fate(Echo seen) {
    int port = to.isIpv6() ? PORT_UNREACHABLE6 : PORT_UNREACHABLE4;
    return switch (seen.outcome()) {
      case ANSWERED -> Optional.of(Fate.DELIVERED);
      case UNREACHABLE ->
          Optional.of(seen.code().orElse(-1) == port ? Fate.REFUSED : Fate.UNREACHABLE);
      case TIME_EXCEEDED, TOO_BIG, NO_ROUTE -> Optional.of(Fate.UNREACHABLE);
      case TIMED_OUT, FORBIDDEN -> Optional.of(Fate.DROPPED);
      case NO_ADDRESS -> Optional.empty();
    };
  }
}
