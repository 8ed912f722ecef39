package dockdiag.probes.host.kernel;

import dockdiag.probes.Request.Query;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.Record;

/// Questions sent one after the other, each over a connection of its own (RFC 1035, 4.2.2).
final class QuestionsByTcp {

  private final Query query;
  private final long end;

  QuestionsByTcp(Query query, Duration patience) {
    this.query = query;
    this.end = System.nanoTime() + patience.toNanos();
  }

  List<String> ask(Record question) throws Unobservable {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < query.samples(); i++) {
      lines.add(once(Questioner.wire(question)));
    }
    return lines;
  }

  private String once(byte[] wire) throws Unobservable {
    long start = System.nanoTime();
    try (SocketChannel channel = SocketChannel.open(family())) {
      Socket socket = channel.socket();
      socket.connect(
          new InetSocketAddress(query.server().value(), query.port().number()), millisLeft());
      socket.getOutputStream().write(framed(wire));
      socket.setSoTimeout(millisLeft());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] answer = in.readNBytes(in.readUnsignedShort());
      long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
      return new Reply(answer, micros).line(wire);
    } catch (EOFException closed) {
      return "closed";
    } catch (SocketTimeoutException silent) {
      return "silent";
    } catch (IOException failure) {
      return Connector.outcome(failure);
    } catch (UnsupportedOperationException withoutIpv6) {
      throw new Unobservable(
          Reason.NOT_PRESENT, "TCP to " + query.server() + ": dockdiag was started without IPv6");
    }
  }

  private StandardProtocolFamily family() {
    return query.server().isIpv6() ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
  }

  // 0 would mean for ever
  private int millisLeft() {
    return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
  }

  private static byte[] framed(byte[] wire) {
    return ByteBuffer.allocate(wire.length + 2).putShort((short) wire.length).put(wire).array();
  }
}
