package dockdiag.testenv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// An HTTP server in a namespace that answers every request with the same page; asked as a proxy,
/// it does so for whomever it is asked for.
final class PageServer {

  private static final String PAGE =
      "HTTP/1.0 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello\n";

  private PageServer() {}

  /// Until this JVM ends.
  static void start(NetNamespace namespace, int port) {
    // A socket belongs to the namespace of the thread that opened it, whoever uses it.
    ServerSocket server = namespace.call(() -> new ServerSocket(port));
    Thread.ofPlatform().daemon().name("page " + port).start(() -> serve(server));
  }

  private static void serve(ServerSocket server) {
    while (true) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> answer(socket));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  private static void answer(Socket asking) {
    try (Socket socket = asking) {
      BufferedReader request =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String line = request.readLine();
      while (line != null && !line.isEmpty()) {
        line = request.readLine();
      }
      socket.getOutputStream().write(PAGE.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException saidNoMore) {
      // it gets no answer
    }
  }
}
