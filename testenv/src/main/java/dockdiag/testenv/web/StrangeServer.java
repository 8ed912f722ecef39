package dockdiag.testenv.web;

import dockdiag.testenv.DockerHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A server that answers with whatever it is told to, TLS or not.
public final class StrangeServer {

  private static final int TLS_HANDSHAKE = 0x16;
  private static final char[] NO_PASSWORD = new char[0];

  private final ServerSocket server;
  private final @Nullable SSLContext tls;
  private final Function<String, String> answers;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  private StrangeServer(
      ServerSocket server, @Nullable SSLContext tls, Function<String, String> answers) {
    this.server = server;
    this.tls = tls;
    this.answers = answers;
    Thread.ofPlatform().daemon().name("strange " + server.getLocalPort()).start(this::serve);
  }

  /// At that address of the outside client's.
  ///
  /// @param answers what is said, head and all, to the lines of a request; nothing where it is
  /// empty
  public static StrangeServer plain(
      DockerHost host, String address, int port, Function<String, String> answers) {
    return new StrangeServer(host.fromOutside().listen(address, port), null, answers).of(host);
  }

  /// The same, by TLS.
  public static StrangeServer secure(
      DockerHost host, int port, Authority.Identity identity, Function<String, String> answers) {
    return new StrangeServer(
            host.fromOutside().listen(DockerHost.CLIENT, port), context(identity), answers)
        .of(host);
  }

  /// An answer of HTTP.
  ///
  /// @param status with its words: `429 Too Many Requests`
  /// @param headers lines, each with its end
  public static String answer(String status, String headers, String body) {
    return "HTTP/1.1 "
        + status
        + "\r\n"
        + headers.replace("\n", "\r\n")
        + "Content-Length: "
        + body.length()
        + "\r\nConnection: close\r\n\r\n"
        + body;
  }

  /// The requests that came, each with its head.
  public List<String> heard() {
    return List.copyOf(heard);
  }

  private StrangeServer of(DockerHost host) {
    host.outsideServers().add(server.getLocalPort(), this::close);
    return this;
  }

  private void close() {
    try {
      server.close();
    } catch (IOException alreadyGone) {
      // it is to be gone
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException closed) {
        // the next one, if there is a socket still
      }
    }
  }

  private void talk(Socket connection) {
    try (Socket socket = connection) {
      Socket spoken = tls == null ? socket : secured(socket, tls);
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(spoken.getInputStream(), StandardCharsets.ISO_8859_1));
      StringBuilder request = new StringBuilder();
      reader.mark(1);
      boolean greeting = reader.read() == TLS_HANDSHAKE; // which it does not understand
      reader.reset();
      String line = greeting ? null : reader.readLine();
      while (line != null && !line.isEmpty()) {
        request.append(line).append('\n');
        line = reader.readLine();
      }
      if (!greeting) {
        heard.add(request.toString());
      }
      say(answers.apply(request.toString()), spoken, reader);
    } catch (IOException saidNoMore) {
      // it gets no answer
    }
  }

  private static void say(String answer, Socket socket, BufferedReader reader) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(answer.getBytes(StandardCharsets.UTF_8));
    out.flush();
    if (answer.isEmpty()) {
      reader.transferTo(Writer.nullWriter()); // silent until the other end gives up
    }
  }

  private static SSLSocket secured(Socket socket, SSLContext tls) throws IOException {
    SSLSocket secured =
        (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
    secured.setUseClientMode(false);
    return secured;
  }

  private static SSLContext context(Authority.Identity identity) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "server", identity.key(), NO_PASSWORD, identity.chain().toArray(Certificate[]::new));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
