package dockdiag.testenv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A TCP server in a namespace that says hello and hangs up.
final class Greeter {

  private Greeter() {}

  /// Until this JVM ends.
  static void start(NetNamespace namespace, int port) {
    // A socket belongs to the namespace of the thread that opened it, whoever uses it.
    ServerSocket server = namespace.call(() -> new ServerSocket(port));
    Thread.ofPlatform().daemon().name("greeter " + port).start(() -> serve(server));
  }

  private static void serve(ServerSocket server) {
    while (true) {
      try (Socket socket = server.accept()) {
        socket.getOutputStream().write("hello\n".getBytes(StandardCharsets.UTF_8));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
