package dockdiag.probes.host.web;

import dockdiag.probes.Request.Fetch;
import dockdiag.probes.Request.Purpose;
import dockdiag.probes.Request.Via;
import dockdiag.probes.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.StatusLine;

/// HTTP over a connection that stands.
final class Exchange {

  private static final int MOST_BODY = 1 << 20;
  private static final int OK = 200;
  private static final Http1Config BOUNDED =
      Http1Config.custom()
          .setMaxHeaderCount(100)
          .setMaxLineLength(16 << 10)
          .setMaxEmptyLineCount(3)
          .build();

  /// What the engine takes of manifests; one line, since there are proxies that pass on no second.
  private static final String MANIFESTS =
      String.join(
          ", ",
          "application/vnd.oci.image.index.v1+json",
          "application/vnd.docker.distribution.manifest.list.v2+json",
          "application/vnd.oci.image.manifest.v1+json",
          "application/vnd.docker.distribution.manifest.v2+json");

  private final Fetch fetch;
  private final URI url;
  private final Purse purse;
  private final Sheet sheet;

  Exchange(Fetch fetch, Purse purse, Sheet sheet) {
    this.fetch = fetch;
    this.url = URI.create(fetch.url());
    this.purse = purse;
    this.sheet = sheet;
  }

  /// Whether the proxy at the other end lets the connection through to that authority.
  boolean isTunnelled(Socket connection, String authority) {
    BasicClassicHttpRequest connect = asking("CONNECT", authority);
    connect.setHeader("Host", authority);
    try {
      ClassicHttpResponse response = asked(bound(connection), connect);
      sheet.line("proxy", new StatusLine(response).toString());
      return response.getCode() == OK;
    } catch (IOException | HttpException failure) {
      sheet.line("proxy", sheet.unanswered(failure));
      return false;
    }
  }

  /// The answer.
  ///
  /// @param authorization the value of that header
  Response get(Socket connection, Optional<String> authorization) {
    BasicClassicHttpRequest get = request();
    authorization.ifPresent(value -> get.setHeader("Authorization", value));
    try {
      DefaultBHttpClientConnection exchange = bound(connection);
      ClassicHttpResponse response = asked(exchange, get);
      exchange.receiveResponseEntity(response);
      return read(response);
    } catch (IOException | HttpException failure) {
      sheet.line("http", sheet.unanswered(failure));
      return sheet.ended();
    }
  }

  private BasicClassicHttpRequest request() {
    boolean relayed = fetch.way().via() != Via.DIRECT && "http".equals(url.getScheme());
    String path = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    BasicClassicHttpRequest get = asking("GET", relayed ? fetch.url() : path);
    get.setHeader("Host", url.getRawAuthority());
    get.setHeader("Connection", "close");
    get.setHeader("User-Agent", "dockdiag");
    if (path.contains("/manifests/")) {
      get.setHeader("Accept", MANIFESTS);
    }
    return get;
  }

  /// With the target as it stands: of a text alone, the library would make a path.
  private static BasicClassicHttpRequest asking(String method, String target) {
    return new BasicClassicHttpRequest(method, (HttpHost) null, target.isEmpty() ? "/" : target);
  }

  private Response read(ClassicHttpResponse response) throws IOException {
    byte[] body = new byte[0];
    if (response.getEntity() != null) {
      try (InputStream in = response.getEntity().getContent()) {
        body = in.readNBytes(MOST_BODY + 1);
      }
    }
    sheet.line("http", "answered");
    sheet.line("status", String.valueOf(response.getCode()));
    header(response, "WWW-Authenticate").flatMap(Challenge::of).ifPresent(this::note);
    header(response, "Location").ifPresent(value -> sheet.line("location", value));
    header(response, "Content-Type").ifPresent(value -> sheet.line("type", value));
    header(response, "Date").ifPresent(value -> sheet.line("date", value));
    if (body.length > MOST_BODY) {
      sheet.line("cut", "body");
    }
    int length = Math.min(body.length, MOST_BODY);
    return answered(response.getCode(), new String(body, 0, length, StandardCharsets.UTF_8));
  }

  private void note(Challenge wanted) {
    sheet.line("challenge", wanted.scheme());
    sheet.line("realm", wanted.realm());
    sheet.line("service", wanted.service());
  }

  private Response answered(int status, String body) {
    if (fetch.purpose() == Purpose.READ) {
      return sheet.answered(body);
    }
    sheet.line("granted", status == OK && purse.keep(fetch.url(), body) ? "yes" : "no");
    return sheet.answered("");
  }

  private static DefaultBHttpClientConnection bound(Socket connection) throws IOException {
    // the connection bounds lines by itself, and headers by its parser alone
    DefaultBHttpClientConnection exchange =
        new DefaultBHttpClientConnection(
            BOUNDED, null, null, null, null, null, new DefaultHttpResponseParserFactory(BOUNDED));
    exchange.bind(connection);
    return exchange;
  }

  private static ClassicHttpResponse asked(
      DefaultBHttpClientConnection exchange, BasicClassicHttpRequest request)
      throws IOException, HttpException {
    exchange.sendRequestHeader(request);
    exchange.flush();
    return exchange.receiveResponseHeader();
  }

  private static Optional<String> header(ClassicHttpResponse response, String name) {
    return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
  }
}
