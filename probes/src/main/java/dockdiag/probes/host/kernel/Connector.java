package dockdiag.probes.host.kernel;

import dockdiag.probes.Request.Connect;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// One real connection or datagram, in the words of `Request.Connect`.
public final class Connector {

  private static final int GRACE_MILLIS = 250;
  private static final int AFTER_FIRST_BYTES_MILLIS = 25;
  private static final int MOST_BYTES = 256;

  private final Connect request;
  private final int millis;

  private Connector(Connect request, Duration patience) {
    this.request = request;
    this.millis = (int) patience.toMillis();
  }

  /// Connects from this thread, which must be an [OwnThread], and waits no longer than told.
  public static String connect(Place place, Connect request, Duration patience)
      throws Unobservable {
    place.enter();
    Connector connector = new Connector(request, patience);
    Port port = request.port();
    return switch (port.protocol()) {
      case TCP -> connector.tcp();
      case UDP -> connector.udp();
      case SCTP -> throw new Unobservable(Reason.TOOL_MISSING, port + ": SCTP is not spoken here");
    };
  }

  // an explicit family: a socket of both would answer for the other one
  private StandardProtocolFamily family() {
    return request.address().isIpv6() ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
  }

  private InetSocketAddress target() {
    return new InetSocketAddress(request.address().value(), request.port().number());
  }

  private String tcp() throws Unobservable {
    try (SocketChannel channel = SocketChannel.open(family())) {
      channel.socket().connect(target(), millis);
      return "outcome: connected\n" + conversation(channel.socket());
    } catch (IOException failure) {
      return "outcome: " + outcome(failure) + "\n";
    } catch (UnsupportedOperationException withoutIpv6) {
      throw noFamily();
    }
  }

  private String udp() throws Unobservable {
    try (DatagramChannel channel = DatagramChannel.open(family())) {
      channel.connect(target());
      channel.write(ByteBuffer.wrap(hello()));
      channel.socket().setSoTimeout(millis);
      byte[] answer = new byte[1 << 16];
      DatagramPacket packet = new DatagramPacket(answer, answer.length);
      channel.socket().receive(packet);
      return "outcome: answered\n" + received(answer, packet.getLength());
    } catch (SocketTimeoutException silent) {
      return "outcome: silent\n";
    } catch (IOException failure) {
      return "outcome: " + outcome(failure) + "\n";
    } catch (UnsupportedOperationException withoutIpv6) {
      throw noFamily();
    }
  }

  private String conversation(Socket socket) {
    byte[] first = new byte[MOST_BYTES];
    int length = 0;
    String then;
    try {
      socket.getOutputStream().write(hello());
      socket.setSoTimeout(GRACE_MILLIS);
      InputStream in = socket.getInputStream();
      int read = 0;
      while (read >= 0 && length < MOST_BYTES) {
        read = in.read(first, length, MOST_BYTES - length);
        length += Math.max(0, read);
        socket.setSoTimeout(AFTER_FIRST_BYTES_MILLIS);
      }
      then = read < 0 ? "closed" : "open";
    } catch (SocketTimeoutException quiet) {
      then = "open";
    } catch (IOException broken) {
      then = "reset";
    }
    return "then: " + then + "\n" + received(first, length);
  }

  private byte[] hello() {
    return request.hello().getBytes(StandardCharsets.UTF_8);
  }

  /// Why there is no connection, in the words of `Request.Connect`.
  public static String outcome(IOException failure) {
    String text = String.valueOf(failure.getMessage());
    return switch (failure) {
      case BindException _ -> "no-address";
      case SocketTimeoutException _ -> "timed-out";
      case PortUnreachableException _ -> "refused";
      case NoRouteToHostException _ -> "no-route";
      default -> outcome(text);
    };
  }

  // ConnectException and SocketException stand for several errors, told apart by strerror's text
  private static String outcome(String text) {
    if (text.contains("refused")) {
      return "refused";
    }
    if (text.contains("assign requested address")) {
      return "no-address";
    }
    if (text.contains("timed out")) {
      return "timed-out";
    }
    if (text.contains("No route")) {
      return "no-route";
    }
    return text.contains("reset") ? "reset" : "unreachable";
  }

  private static String received(byte[] bytes, int length) {
    if (length == 0) {
      return "";
    }
    StringBuilder text = new StringBuilder("received: ");
    for (int i = 0; i < Math.min(length, MOST_BYTES); i++) {
      boolean printable = bytes[i] >= 0x20 && bytes[i] < 0x7f && bytes[i] != '\\';
      text.append(printable ? String.valueOf((char) bytes[i]) : "\\x%02x".formatted(bytes[i]));
    }
    return text.append('\n').toString();
  }

  private Unobservable noFamily() {
    boolean udp = request.port().protocol() == Protocol.UDP;
    return new Unobservable(
        Reason.NOT_PRESENT,
        (udp ? "UDP" : "TCP") + " to " + request.address() + ": dockdiag was started without IPv6");
  }
}
