package dockdiag.probes.host.engine;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.core.command.FrameReader;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// One Docker engine, asked over its API without a version prefix, so in its own version.
public final class Engine {

  private static final int MOST_BYTES = 64 << 20;
  private static final int OK = 200;

  /// Reads an answer of the engine.
  ///
  /// @param <T> what it is read into
  @FunctionalInterface
  public interface Reading<T> {
    /// @param status HTTP's
    T read(int status, InputStream body) throws IOException, Unobservable;
  }

  private final Endpoint endpoint;
  private final Duration deadline;

  /// @param deadline for connecting and for answering
  public Engine(Endpoint endpoint, Duration deadline) {
    this.endpoint = endpoint;
    this.deadline = deadline;
  }

  /// Where it is asked.
  public Endpoint endpoint() {
    return endpoint;
  }

  /// `GET path`; any HTTP status is an answer.
  public Response get(String path) throws Unobservable {
    return ask(path, InputStream::readNBytes);
  }

  /// The last lines of a container's output, both streams as one.
  public Response logs(String container, int lines) throws Unobservable {
    String name = URLEncoder.encode(container, StandardCharsets.UTF_8);
    String path = "/containers/" + name + "/logs?stdout=1&stderr=1&tail=" + lines;
    return ask(path, Engine::unframed);
  }

  /// `GET path`, its body read as it comes; whoever reads it may stop early.
  public <T> T stream(String path, Reading<T> reading) throws Unobservable {
    try (DockerHttpClient client = client();
        DockerHttpClient.Response response = client.execute(request(path))) {
      return reading.read(response.getStatusCode(), response.getBody());
    } catch (IOException failure) {
      throw unreachable(failure);
    } catch (RuntimeException wrapped) { // docker-java's transports wrap what went wrong
      if (wrapped.getCause() instanceof IOException failure) {
        throw unreachable(failure);
      }
      throw wrapped;
    }
  }

  private Response ask(String path, Reader reader) throws Unobservable {
    return stream(
        path,
        (status, body) -> {
          Reader fitting = status == OK ? reader : InputStream::readNBytes;
          return response(status, fitting.read(body, MOST_BYTES + 1), path);
        });
  }

  private static DockerHttpClient.Request request(String path) throws Unobservable {
    if (!path.startsWith("/") || !path.matches("[\\x21-\\x7e]+")) {
      throw new Unobservable(Reason.NOT_UNDERSTOOD, "no path of the engine's API: " + path);
    }
    return DockerHttpClient.Request.builder()
        .method(DockerHttpClient.Request.Method.GET)
        .path(path)
        .build();
  }

  private static Response response(int status, byte[] body, String path) throws Unobservable {
    if (body.length > MOST_BYTES) {
      throw new Unobservable(Reason.NOT_UNDERSTOOD, path + ": more than 64 MiB");
    }
    return new Response(status, new String(body, StandardCharsets.UTF_8), 0);
  }

  private DockerHttpClient client() throws Unobservable {
    return switch (endpoint) {
      case Endpoint.UnixSocket socket -> new UnixSocketClient(socket.path());
      case Endpoint.Tcp tcp -> overTcp(tcp);
      case Endpoint.Unusable unusable ->
          throw new Unobservable(Reason.UNREACHABLE, unusable.text() + ": " + unusable.why());
    };
  }

  private DockerHttpClient overTcp(Endpoint.Tcp tcp) {
    ZerodepDockerHttpClient.Builder builder =
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(tcp.uri())
            .connectionTimeout(deadline)
            .responseTimeout(deadline);
    return tcp.tls() == null ? builder.build() : builder.sslConfig(tcp.tls()).build();
  }

  private Unobservable unreachable(IOException failure) {
    String where = endpoint.text();
    String text = String.valueOf(failure.getMessage());
    if (text.contains("Permission denied")) {
      return new Unobservable(
          Reason.NOT_PERMITTED, where + ": permission denied; join the group docker or use sudo");
    }
    if (text.contains("No such file")) {
      return new Unobservable(
          Reason.UNREACHABLE, where + ": no such socket; is the engine running?");
    }
    if (text.contains("timed out") || text.contains("Timeout")) {
      return new Unobservable(Reason.TIMED_OUT, where + ": " + text);
    }
    return new Unobservable(Reason.UNREACHABLE, where + ": " + text + "; is the engine running?");
  }

  // deprecated for the callbacks of docker-java's own client, which would hide the raw answer
  @SuppressWarnings("deprecation")
  private static byte[] unframed(InputStream body, int most) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    try (FrameReader frames = new FrameReader(body)) {
      Frame frame = frames.readFrame();
      while (frame != null && lines.size() < most) {
        lines.writeBytes(frame.getPayload());
        frame = frames.readFrame();
      }
    }
    return lines.toByteArray();
  }

  @FunctionalInterface
  private interface Reader {
    byte[] read(InputStream body, int most) throws IOException;
  }
}
