package dockdiag.probes.host.engine;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.UnixSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/// A light client for unix sockets: one connection per request, nothing but `GET`.
///
/// docker-java's own transports set up TLS and a pool first, which takes longer than all else that
/// dockdiag does.
final class UnixSocketClient implements DockerHttpClient {

  private final String path;

  UnixSocketClient(String path) {
    this.path = path;
  }

  @Override
  public Response execute(Request request) {
    DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(Http1Config.DEFAULT);
    try {
      connection.bind(UnixSocket.get(path));
      return new Answer(connection, exchange(connection, request));
    } catch (IOException failure) {
      closeQuietly(connection);
      throw new UncheckedIOException(failure);
    } catch (HttpException strange) {
      closeQuietly(connection);
      throw new UncheckedIOException(new IOException("no HTTP: " + strange.getMessage(), strange));
    }
  }

  @Override
  public void close() {
    // each request closes its own connection
  }

  private static ClassicHttpResponse exchange(
      DefaultBHttpClientConnection connection, Request request) throws IOException, HttpException {
    BasicClassicHttpRequest get = new BasicClassicHttpRequest(request.method(), request.path());
    get.setHeader("Host", "docker");
    get.setHeader("Connection", "close");
    request.headers().forEach(get::setHeader);
    connection.sendRequestHeader(get);
    connection.flush();
    ClassicHttpResponse response = connection.receiveResponseHeader();
    connection.receiveResponseEntity(response);
    return response;
  }

  private static void closeQuietly(DefaultBHttpClientConnection connection) {
    try {
      connection.close();
    } catch (IOException alreadyGone) {
      // the connection is given up in any case
    }
  }

  /// An answer, with the connection that its body still comes through.
  private record Answer(DefaultBHttpClientConnection connection, ClassicHttpResponse response)
      implements Response {

    @Override
    public int getStatusCode() {
      return response.getCode();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
      Map<String, List<String>> headers = new LinkedHashMap<>();
      for (Header header : response.getHeaders()) {
        headers
            .computeIfAbsent(header.getName(), absent -> new ArrayList<>())
            .add(header.getValue());
      }
      return headers;
    }

    @Override
    public InputStream getBody() {
      try {
        return response.getEntity() == null
            ? InputStream.nullInputStream()
            : response.getEntity().getContent();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public void close() {
      closeQuietly(connection);
    }
  }
}
