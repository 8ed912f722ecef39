package dockdiag.testenv;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.Message;

/// A real DNS server at port 53 of a lab's namespace, over UDP and TCP, that answers from a [Zone].
public final class NameServer implements AutoCloseable {

  private static final int PORT = 53;
  private static final int MOST_BYTES = 512;

  private final Zone zone = new Zone();
  private final String address;
  private final DatagramSocket datagrams;
  private final ServerSocket connections;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile int every = 1;

  NameServer(NetNamespace namespace, String address) {
    this.address = address;
    InetSocketAddress own = new InetSocketAddress(InetAddress.ofLiteral(address), PORT);
    // A socket belongs to the namespace of the thread that opened it, whoever uses it.
    datagrams = namespace.call(() -> new DatagramSocket(own));
    connections = namespace.call(() -> new ServerSocket(PORT, 50, own.getAddress()));
    Thread.ofPlatform().daemon().name("dns udp " + address).start(this::serveDatagrams);
    Thread.ofPlatform().daemon().name("dns tcp " + address).start(this::serveConnections);
  }

  /// Where it serves.
  public String address() {
    return address;
  }

  /// What it knows; it may be changed at any time.
  public Zone zone() {
    return zone;
  }

  /// Answers each so-manieth question alone; 1 is all of them.
  public NameServer answeringEvery(int one) {
    every = one;
    return this;
  }

  @Override
  public void close() {
    datagrams.close();
    try {
      connections.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serveDatagrams() {
    byte[] bytes = new byte[1 << 16];
    while (!datagrams.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
        datagrams.receive(packet);
        if (asked.getAndIncrement() % every == 0) {
          byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
          byte[] answer = zone.answer(new Message(question)).toWire(MOST_BYTES);
          datagrams.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      } catch (IOException closedOrNonsense) {
        // the next one, if there is a socket still
      }
    }
  }

  private void serveConnections() {
    while (!connections.isClosed()) {
      try (Socket connection = connections.accept()) {
        DataInputStream in = new DataInputStream(connection.getInputStream());
        Message question = new Message(in.readNBytes(in.readUnsignedShort()));
        byte[] answer = zone.answer(question).toWire();
        byte[] framed =
            ByteBuffer.allocate(answer.length + 2)
                .putShort((short) answer.length)
                .put(answer)
                .array();
        connection.getOutputStream().write(framed);
      } catch (IOException closedOrNonsense) {
        // the next one, if there is a socket still
      }
    }
  }
}
