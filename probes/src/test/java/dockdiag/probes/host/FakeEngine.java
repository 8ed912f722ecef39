package dockdiag.probes.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A unix socket that answers each path with whole bytes of HTTP, as an engine wrote them.
final class FakeEngine implements AutoCloseable {

  private final ServerSocketChannel server;
  private final Path socket;

  private FakeEngine(Path socket, ServerSocketChannel server) {
    this.socket = socket;
    this.server = server;
  }

  /// Answers what is known with it, all else with 404, and `/hang` never.
  static FakeEngine start(Path socket, Map<String, byte[]> answers) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    FakeEngine engine = new FakeEngine(socket, server);
    Thread.ofPlatform().daemon().start(() -> engine.serve(answers));
    return engine;
  }

  /// The headers of a 26.1.5 engine before a body.
  static byte[] json(String body) {
    return ("HTTP/1.1 200 OK\r\nApi-Version: 1.45\r\nContent-Type: application/json\r\n"
            + "Server: Docker/26.1.5 (linux)\r\nContent-Length: "
            + body.getBytes(StandardCharsets.UTF_8).length
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.UTF_8);
  }

  String endpoint() {
    return "unix://" + socket;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve(Map<String, byte[]> answers) {
    while (server.isOpen()) {
      try (SocketChannel client = server.accept()) {
        answer(client, answers);
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void answer(SocketChannel client, Map<String, byte[]> answers) throws IOException {
    ByteBuffer request = ByteBuffer.allocate(8192);
    client.read(request);
    String line = new String(request.array(), 0, request.position(), StandardCharsets.UTF_8);
    if (line.isEmpty()) {
      return; // somebody looked who listens
    }
    String path = line.split(" ")[1];
    if (path.equals("/hang")) {
      sleep();
    }
    byte @Nullable [] known = answers.get(path);
    String absent = "{\"message\":\"No such container: nobody\"}";
    byte[] missing =
        new String(json(absent), StandardCharsets.UTF_8)
            .replace("200 OK", "404 Not Found")
            .getBytes(StandardCharsets.UTF_8);
    client.write(ByteBuffer.wrap(known == null ? missing : known));
  }

  private static void sleep() {
    try {
      Thread.sleep(5_000);
    } catch (InterruptedException interrupted) {
      throw new UncheckedIOException(new IOException(interrupted));
    }
  }
}
