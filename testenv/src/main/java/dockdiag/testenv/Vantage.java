package dockdiag.testenv;

import dockdiag.testenv.Attempt.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/// A place that real packets are sent from: the outside client, the Docker host, a container.
/// Addresses are numbers, not names.
public final class Vantage {
  private static final Duration LIMIT = Duration.ofMillis(1500);
  private static final Duration SILENCE = Duration.ofMillis(250);

  private final NetNamespace namespace;

  Vantage(NetNamespace namespace) {
    this.namespace = namespace;
  }

  /// A TCP server here that says hello to whoever connects.
  public void greet(int port) {
    Greeter.start(namespace, port);
  }

  /// An HTTP server here, a proxy for whoever asks it as one, that knows one page.
  public void page(int port) {
    PageServer.start(namespace, port);
  }

  /// A server of the caller's own making that belongs here.
  public ServerSocket listen(String address, int port) {
    // A socket belongs to the namespace of the thread that opened it, whoever uses it.
    return namespace.call(() -> new ServerSocket(port, 50, InetAddress.ofLiteral(address)));
  }

  /// Connects and listens for a quarter of a second to what the server says first.
  public Attempt tcp(String address, int port) {
    return tcp(address, port, "");
  }

  /// Connects, says something, and reads what the server answers; no answer is a time-out.
  public Attempt tcp(String address, int port, String say) {
    InetSocketAddress target = new InetSocketAddress(address, port);
    return namespace.call(() -> connect(target, say));
  }

  /// The answer to an HTTP request for `/`, its head included.
  public Attempt http(String address, int port) {
    return tcp(address, port, "GET / HTTP/1.0\r\n\r\n");
  }

  /// Sends one datagram and waits for one back.
  public Attempt udp(String address, int port, String say) {
    return udp(0, address, port, say);
  }

  /// The same from that port of its own; 0 is any.
  public Attempt udp(int from, String address, int port, String say) {
    InetSocketAddress target = new InetSocketAddress(address, port);
    return namespace.call(() -> datagram(from, target, say));
  }

  /// Asks a DNS server for a name's IPv4 address: CONNECTED where it tells one, REFUSED where it
  /// says anything else.
  public Attempt ask(String server, String name) {
    return namespace.call(() -> DnsQuestion.of(name).to(server, LIMIT));
  }

  /// Tries until the server accepts and keeps the connection; ten seconds are enough for any here.
  public Attempt awaitTcp(String address, int port) {
    Instant end = Instant.now().plusSeconds(10);
    Attempt last = tcp(address, port);
    while (!last.connected() && Instant.now().isBefore(end)) {
      pause();
      last = tcp(address, port);
    }
    if (!last.connected()) {
      throw new IllegalStateException(address + ":" + port + " does not answer: " + last);
    }
    return last;
  }

  /// Waits until a server of this very namespace listens on its loopback.
  public void awaitListening(int port) {
    Instant end = Instant.now().plusSeconds(10);
    InetSocketAddress target = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    while (!namespace.call(() -> accepts(target))) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("nothing listens on port " + port);
      }
      pause();
    }
  }

  private static boolean accepts(InetSocketAddress target) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(target);
      return true;
    } catch (ConnectException e) {
      return false;
    }
  }

  private static Attempt connect(InetSocketAddress target, String say) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(target, (int) LIMIT.toMillis());
      socket.setSoTimeout((int) (say.isEmpty() ? SILENCE : LIMIT).toMillis());
      return talk(socket, say);
    } catch (SocketTimeoutException e) {
      return Attempt.silent(Outcome.TIMED_OUT);
    } catch (ConnectException e) {
      return Attempt.silent(refusedOrNot(e));
    } catch (SocketException e) {
      return Attempt.silent(Outcome.UNREACHABLE);
    }
  }

  private static Outcome refusedOrNot(ConnectException e) {
    return String.valueOf(e.getMessage()).contains("refused")
        ? Outcome.REFUSED
        : Outcome.UNREACHABLE;
  }

  private static Attempt talk(Socket socket, String say) throws IOException {
    byte[] heard = new byte[4096];
    int count = 0;
    try {
      socket.getOutputStream().write(say.getBytes(StandardCharsets.UTF_8));
      InputStream stream = socket.getInputStream();
      int more = stream.read(heard);
      while (more > 0) {
        count += more;
        more = say.isEmpty() ? 0 : stream.read(heard, count, heard.length - count);
      }
      if (count == 0) {
        return Attempt.silent(Outcome.CLOSED_AT_ONCE);
      }
    } catch (SocketTimeoutException e) {
      // Unspoken to, it waits for us to speak.
      if (count == 0 && !say.isEmpty()) {
        return Attempt.silent(Outcome.TIMED_OUT);
      }
    } catch (SocketException reset) {
      if (count == 0) {
        return Attempt.silent(Outcome.CLOSED_AT_ONCE);
      }
    }
    return new Attempt(Outcome.CONNECTED, new String(heard, 0, count, StandardCharsets.UTF_8));
  }

  private static Attempt datagram(int from, InetSocketAddress target, String say)
      throws IOException {
    byte[] bytes = say.getBytes(StandardCharsets.UTF_8);
    try (DatagramSocket socket = new DatagramSocket(from, any(target))) {
      socket.connect(target);
      socket.setSoTimeout((int) LIMIT.toMillis());
      socket.send(new DatagramPacket(bytes, bytes.length));
      DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
      socket.receive(answer);
      return new Attempt(
          Outcome.CONNECTED,
          new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8));
    } catch (SocketTimeoutException e) {
      return Attempt.silent(Outcome.TIMED_OUT);
    } catch (PortUnreachableException e) {
      return Attempt.silent(Outcome.REFUSED);
    } catch (SocketException e) {
      return Attempt.silent(Outcome.UNREACHABLE);
    }
  }

  private static InetAddress any(InetSocketAddress target) throws IOException {
    int length = target.getAddress().getAddress().length;
    return InetAddress.getByAddress(new byte[length]);
  }

  static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
