package dockdiag.testenv;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A socket below transport: whole Ethernet frames of one interface (packet(7)), messages of a
/// netlink group (netlink(7)), or packets with their own header (raw(7)). It belongs to the
/// namespace of the thread that opens it.
final class RawSocket implements AutoCloseable {
  private static final int AF_PACKET = 17;
  private static final int AF_NETLINK = 16;
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  private static final int IPPROTO_RAW = 255;
  private static final int SOCK_RAW = 3;
  private static final int NETLINK_NETFILTER = 12;
  private static final int SOL_NETLINK = 270;
  private static final int NETLINK_ADD_MEMBERSHIP = 1;
  private static final int SOL_SOCKET = 1;
  private static final int SO_RCVBUFFORCE = 33;
  private static final int MSG_DONTWAIT = 0x40;
  private static final short POLLIN = 1;
  private static final short ALL_PROTOCOLS = 0x0003;
  private static final int LARGEST = 262_144;

  private static final MethodHandle SOCKET = handle("socket", "iiii");
  private static final MethodHandle BIND = handle("bind", "iiai");
  private static final MethodHandle CONNECT = handle("connect", "iiai");
  private static final MethodHandle OPTION = handle("setsockopt", "iiiiai");
  private static final MethodHandle SEND = handle("send", "liali");
  private static final MethodHandle RECEIVE = handle("recv", "liali");
  private static final MethodHandle POLL = handle("poll", "iali");
  private static final MethodHandle CLOSE = handle("close", "ii");
  private static final MethodHandle INDEX = handle("if_nametoindex", "ia");

  private final Arena arena = Arena.ofShared();
  private final MemorySegment buffer = arena.allocate(LARGEST);
  private final int descriptor;

  private RawSocket(int descriptor) {
    this.descriptor = descriptor;
  }

  /// Frames of the interface.
  static RawSocket ofInterface(String name) {
    try (Arena arena = Arena.ofConfined()) {
      int index = (int) call(INDEX, arena.allocateFrom(name));
      byte[] address = new byte[20];
      short protocols = Short.reverseBytes(ALL_PROTOCOLS);
      ByteBuffer.wrap(address)
          .order(ByteOrder.nativeOrder())
          .putShort((short) AF_PACKET)
          .putShort(protocols)
          .putInt(index);
      return bound(AF_PACKET, protocols, address);
    }
  }

  /// Messages of a group of netfilter's (linux/netfilter/nfnetlink.h).
  static RawSocket ofNetfilterGroup(int group) {
    byte[] address = new byte[12];
    ByteBuffer.wrap(address).order(ByteOrder.nativeOrder()).putShort((short) AF_NETLINK);
    RawSocket socket = bound(AF_NETLINK, NETLINK_NETFILTER, address);
    socket.option(SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, group);
    socket.option(SOL_SOCKET, SO_RCVBUFFORCE, 8 << 20);
    return socket;
  }

  /// Packets from that address, which must be one of this host's, to that one.
  static RawSocket ofAddresses(String source, String destination) {
    byte[] from = socketAddress(source);
    int family = from.length == 16 ? AF_INET : AF_INET6;
    RawSocket socket = bound(family, IPPROTO_RAW, from);
    MemorySegment to = socket.arena.allocate(from.length);
    to.copyFrom(MemorySegment.ofArray(socketAddress(destination)));
    call(CONNECT, socket.descriptor, to, from.length);
    return socket;
  }

  /// struct sockaddr_in or sockaddr_in6, without a port.
  private static byte[] socketAddress(String address) {
    byte[] bytes = InetAddress.ofLiteral(address).getAddress();
    boolean ipv4 = bytes.length == 4;
    ByteBuffer all = ByteBuffer.allocate(ipv4 ? 16 : 28).order(ByteOrder.nativeOrder());
    all.putShort((short) (ipv4 ? AF_INET : AF_INET6)).put(ipv4 ? 4 : 8, bytes);
    return all.array();
  }

  private static RawSocket bound(int family, int protocol, byte[] address) {
    RawSocket socket = new RawSocket((int) call(SOCKET, family, SOCK_RAW, protocol));
    MemorySegment bytes = socket.arena.allocate(address.length);
    bytes.copyFrom(MemorySegment.ofArray(address));
    if ((int) call(BIND, socket.descriptor, bytes, address.length) != 0) {
      throw new IllegalStateException("a raw socket cannot be bound");
    }
    return socket;
  }

  private void option(int level, int name, int value) {
    MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_INT, value);
    call(OPTION, descriptor, level, name, bytes, 4);
  }

  void send(byte[] frame) {
    MemorySegment.copy(frame, 0, buffer, ValueLayout.JAVA_BYTE, 0, frame.length);
    call(SEND, descriptor, buffer, (long) frame.length, 0);
  }

  /// The next frame or message; an empty one where none has come within the milliseconds.
  byte[] receive(int milliseconds) {
    byte[] poll = new byte[8];
    ByteBuffer.wrap(poll).order(ByteOrder.nativeOrder()).putInt(descriptor).putShort(POLLIN);
    try (Arena local = Arena.ofConfined()) {
      MemorySegment watched = local.allocate(8, 4);
      watched.copyFrom(MemorySegment.ofArray(poll));
      if ((int) call(POLL, watched, 1L, milliseconds) <= 0) {
        return new byte[0];
      }
    }
    long length = (long) call(RECEIVE, descriptor, buffer, (long) LARGEST, MSG_DONTWAIT);
    byte[] all = length <= 0 ? new byte[0] : new byte[(int) length];
    MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, all, 0, all.length);
    return all;
  }

  @Override
  public void close() {
    call(CLOSE, descriptor);
    arena.close();
  }

  private static Object call(MethodHandle handle, Object... arguments) {
    try {
      return handle.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /// Result and parameters by letter: int, long, address.
  @SuppressWarnings("restricted")
  private static MethodHandle handle(String name, String signature) {
    Linker linker = Linker.nativeLinker();
    java.lang.foreign.MemoryLayout[] layouts =
        signature
            .substring(1)
            .chars()
            .mapToObj(letter -> layout((char) letter))
            .toArray(java.lang.foreign.MemoryLayout[]::new);
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(layout(signature.charAt(0)), layouts));
  }

  private static java.lang.foreign.MemoryLayout layout(char letter) {
    return switch (letter) {
      case 'i' -> ValueLayout.JAVA_INT;
      case 'l' -> ValueLayout.JAVA_LONG;
      default -> ValueLayout.ADDRESS;
    };
  }
}
