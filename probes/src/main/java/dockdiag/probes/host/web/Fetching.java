package dockdiag.probes.host.web;

import dockdiag.probes.Request.Fetch;
import dockdiag.probes.Request.Trust;
import dockdiag.probes.Request.Via;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.kernel.Place;
import dockdiag.probes.net.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/// One request to a registry, in the words of `Request.Fetch`.
public final class Fetching {

  private final Place place;
  private final Fetch fetch;
  private final Purse purse;
  private final URI url;
  private final HostPort server;
  private final Duration patience;
  private final Sheet sheet;
  private final Exchange exchange;

  private Fetching(Place place, Fetch fetch, Purse purse, Duration patience) {
    this.place = place;
    this.fetch = fetch;
    this.purse = purse;
    this.url = URI.create(fetch.url());
    this.server = HostPort.of(url);
    this.patience = patience;
    this.sheet = new Sheet(patience);
    this.exchange = new Exchange(fetch, purse, sheet);
  }

  /// Asks from this thread, which must be one of its own, and waits no longer than told.
  public static Response fetch(Place place, Fetch fetch, Purse purse, Duration patience)
      throws Unobservable, IOException {
    place.enter();
    return new Fetching(place, fetch, purse, patience).answer();
  }

  private Response answer() throws Unobservable, IOException {
    sheet.line("now", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    boolean ipv6 = fetch.way().address().isIpv6();
    try (SocketChannel channel =
        SocketChannel.open(ipv6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET)) {
      // an answer that never ends is ended
      Thread watch = Thread.ofVirtual().start(() -> closeAfter(patience, channel));
      try {
        return over(channel);
      } finally {
        watch.interrupt();
      }
    } catch (UnsupportedOperationException withoutIpv6) {
      throw new Unobservable(
          Reason.NOT_PRESENT, fetch.url() + ": dockdiag was started without IPv6");
    }
  }

  private static void closeAfter(Duration patience, SocketChannel channel) {
    try {
      Thread.sleep(patience);
      channel.close();
    } catch (InterruptedException | IOException over) {
      // nothing is left to be ended
    }
  }

  private Response over(SocketChannel channel) throws Unobservable, IOException {
    try {
      channel.connect(new InetSocketAddress(fetch.way().address().value(), fetch.way().port()));
    } catch (IOException failure) {
      sheet.line("connect", sheet.broken(failure));
      return sheet.ended();
    }
    sheet.line("connect", "connected");
    Optional<Socket> connection = throughProxy(channel.socket());
    if (connection.isPresent() && isSecure()) {
      connection = secured(connection.get());
    }
    return connection.isPresent()
        ? exchange.get(connection.get(), purse.authorization(fetch.credential(), place.root()))
        : sheet.ended();
  }

  /// The connection to talk to the server on; empty where the proxy gives none.
  private Optional<Socket> throughProxy(Socket socket) {
    Socket connection = socket;
    if (fetch.way().via() == Via.TLS_PROXY) {
      try {
        connection = Handshake.over(socket, "proxy", fetch.way().port()).socket();
      } catch (IOException failure) {
        sheet.line("proxy-tls", sheet.withoutTls(failure));
        return Optional.empty();
      }
      sheet.line("proxy-tls", "done");
    }
    boolean direct = fetch.way().via() == Via.DIRECT || !isSecure();
    return direct || exchange.isTunnelled(connection, server.toString())
        ? Optional.of(connection)
        : Optional.empty();
  }

  /// The connection with TLS; empty where there is none that may be used.
  private Optional<Socket> secured(Socket connection) throws Unobservable, IOException {
    Handshake handshake;
    try {
      handshake = Handshake.over(connection, server.host(), server.port());
    } catch (IOException failure) {
      sheet.line("tls", sheet.withoutTls(failure));
      return Optional.empty();
    }
    sheet.line("tls", "done");
    return isBelieved(handshake) ? Optional.of(handshake.socket()) : Optional.empty();
  }

  private boolean isBelieved(Handshake handshake) throws Unobservable, IOException {
    X509Certificate own = handshake.chain().getFirst();
    Verification verification = new Verification(handshake.chain(), server.host(), Instant.now());
    Set<X509Certificate> authorities = Authorities.of(place.root(), fetch.way().registry());
    String outcome = verification.outcome(authorities);
    if (outcome.equals("unknown-authority")) {
      authorities.addAll(Authorities.scattered(place.root()));
      outcome = verification.outcome(authorities);
    }
    sheet.line("certificate", outcome);
    sheet.line("subject", own.getSubjectX500Principal().getName());
    sheet.line("issuer", own.getIssuerX500Principal().getName());
    sheet.line("from", own.getNotBefore().toInstant().toString());
    sheet.line("until", own.getNotAfter().toInstant().toString());
    sheet.line("names", String.join(", ", Verification.names(own)));
    return outcome.equals("trusted") || fetch.way().trust() == Trust.ANY;
  }

  private boolean isSecure() {
    return "https".equals(url.getScheme());
  }
}
