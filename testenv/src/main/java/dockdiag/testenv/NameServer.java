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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.xbill.DNS.Message;

/// A real DNS server at port 53 of a lab's namespace, over UDP and TCP, that answers from a [Zone].
public final class NameServer implements AutoCloseable {

  private static final int PORT = 53;
  private static final int MOST_BYTES = 512;

  private final Zone zone = new Zone();
  private final DatagramSocket datagrams;
  private final Optional<ServerSocket> connections;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile UnaryOperator<byte[]> spoiled = answer -> answer;
  private volatile int every = 1;

  NameServer(NetNamespace namespace, String address) {
    this(namespace, new InetSocketAddress(InetAddress.ofLiteral(address), PORT));
  }

  private NameServer(NetNamespace namespace, InetSocketAddress address) {
    // A socket belongs to the namespace of the thread that opened it, whoever uses it.
    datagrams = namespace.call(() -> new DatagramSocket(address));
    connections =
        Optional.of(namespace.call(() -> new ServerSocket(PORT, 50, address.getAddress())));
    Thread.ofPlatform().daemon().name("dns udp " + address).start(this::serveDatagrams);
    connections.ifPresent(
        socket ->
            Thread.ofPlatform()
                .daemon()
                .name("dns tcp " + address)
                .start(() -> serveConnections(socket)));
  }

  /// What it knows; it may be changed at any time.
  public Zone zone() {
    return zone;
  }

  /// Answers every second question alone.
  public NameServer everySecond() {
    every = 2;
    return this;
  }

  /// Changes each answer's bytes before they are sent.
  public NameServer spoiling(UnaryOperator<byte[]> change) {
    spoiled = change;
    return this;
  }

  /// Takes no connections any more.
  public NameServer withoutTcp() {
    connections.ifPresent(NameServer::close);
    return this;
  }

  @Override
  public void close() {
    datagrams.close();
    connections.ifPresent(NameServer::close);
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
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
          byte[] question = java.util.Arrays.copyOf(packet.getData(), packet.getLength());
          byte[] answer = spoiled.apply(zone.answer(new Message(question)).toWire(MOST_BYTES));
          datagrams.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      } catch (IOException closedOrNonsense) {
        // the next one, if there is a socket still
      }
    }
  }

  private void serveConnections(ServerSocket socket) {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        DataInputStream in = new DataInputStream(connection.getInputStream());
        Message question = new Message(in.readNBytes(in.readUnsignedShort()));
        byte[] answer = spoiled.apply(zone.answer(question).toWire());
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
