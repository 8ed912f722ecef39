package dockdiag.playbooks.outward;

import dockdiag.playbooks.resolver.Upstream;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.dns.LookupProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.reach.ConnectProbe;
import java.util.Optional;

/// Whom a container is to reach.
public record Target(Address address, Port port, Kind kind) {

  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final int SAMPLES = 2;

  /// Addresses that are nobody's (RFC 5737, RFC 3849).
  private static final Address ANYBODY4 = Address.of("203.0.113.7");

  private static final Address ANYBODY6 = Address.of("2001:db8:d0c::7");

  /// What counts as reached.
  public enum Kind {
    /// A service that was named: the connection has to stand.
    SERVICE,
    /// A host: any answer of it shows that there is a way.
    HOST,
    /// A DNS server that the container's names are asked of: any answer of it.
    NAME_SERVER,
    /// Nobody in particular: nothing is sent, the rules alone speak.
    ANYBODY
  }

  /// Somebody of whom nothing is known.
  static Address stranger(boolean ipv6) {
    return ipv6 ? ANYBODY6 : ANYBODY4;
  }

  static Target service(Address address, Port port) {
    return new Target(address, port, Kind.SERVICE);
  }

  static Target host(Address address, int port) {
    return new Target(address, new Port(port, Protocol.TCP), Kind.HOST);
  }

  static Target server(Upstream upstream) {
    return new Target(upstream.address(), upstream.port(), Kind.NAME_SERVER);
  }

  static Target anybody(Address address) {
    return new Target(address, new Port(HTTPS, Protocol.TCP), Kind.ANYBODY);
  }

  /// The real packet that is sent from there; none to nobody.
  public Optional<Probe<?>> probe(Namespace from) {
    return switch (kind) {
      case SERVICE, HOST -> Optional.of(connect(from));
      case NAME_SERVER -> Optional.of(lookup(from));
      case ANYBODY -> Optional.empty();
    };
  }

  ConnectProbe connect(Namespace from) {
    return new ConnectProbe(from, address, port, "");
  }

  LookupProbe lookup(Namespace from) {
    return LookupProbe.udp(from, address, Upstream.ROOT, SAMPLES);
  }

  /// Whether it speaks HTTP, as far as its port tells.
  public boolean isWeb() {
    return kind == Kind.HOST || isWeb(port);
  }

  static boolean isWeb(Port port) {
    return port.number() == HTTPS || port.number() == HTTP;
  }

  /// Whether somebody named it, rather than the container's settings.
  public boolean isNamed() {
    return kind == Kind.SERVICE || kind == Kind.HOST;
  }

  @Override
  public String toString() {
    return address.with(port.number()) + "/" + port.protocol();
  }
}
