package dockdiag.probes.host.kernel;

import dockdiag.probes.Unobservable;
import dockdiag.probes.host.kernel.KernelSocket.End;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Sockets of the calling thread's network namespace by sock_diag(7): `struct inet_diag_req_v2` and
/// `struct inet_diag_msg` of linux/inet_diag.h.
final class SocketDiag {

  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  private static final int AF_NETLINK = 16;
  private static final int SOCK_RAW_CLOSE_ON_EXEC = 3 | 0x80000;
  private static final int NETLINK_SOCK_DIAG = 4;
  private static final short SOCK_DIAG_BY_FAMILY = 20;
  private static final short REQUEST_AND_DUMP = 0x301;
  private static final int NLMSG_ERROR = 2;
  private static final int NLMSG_DONE = 3;
  private static final int IPPROTO_TCP = 6;
  private static final int IPPROTO_UDP = 17;
  private static final int MESSAGE_HEADER = 16;
  private static final int REQUEST_LENGTH = MESSAGE_HEADER + 56;
  private static final int ANSWER_LENGTH = 72;
  private static final int INET_DIAG_SKV6ONLY = 11;

  private final int fd;

  private SocketDiag(int fd) {
    this.fd = fd;
  }

  /// Whether the kernel has it without loading a module: asking it would load `tcp_diag`, and
  /// dockdiag changes nothing.
  static boolean isReady() {
    return Files.notExists(
            Path.of("/proc/modules")) // a kernel without modules has it or never will
        || (Files.exists(Path.of("/sys/module/tcp_diag"))
            && Files.exists(Path.of("/sys/module/udp_diag")));
  }

  /// TCP and UDP, IPv4 and IPv6.
  static List<KernelSocket> dump() throws Unobservable {
    int fd = Libc.get().socket(AF_NETLINK, SOCK_RAW_CLOSE_ON_EXEC, NETLINK_SOCK_DIAG);
    if (fd < 0) {
      throw Failure.of(Libc.errno(), "sock_diag");
    }
    try {
      SocketDiag diag = new SocketDiag(fd);
      List<KernelSocket> sockets = new ArrayList<>();
      for (int family : List.of(AF_INET, AF_INET6)) {
        diag.dump(family, IPPROTO_TCP, sockets);
        diag.dump(family, IPPROTO_UDP, sockets);
      }
      return sockets;
    } finally {
      Libc.get().close(fd);
    }
  }

  private void dump(int family, int protocol, List<KernelSocket> sockets) throws Unobservable {
    byte[] request = request(family, protocol);
    if (Libc.get().send(fd, request, request.length, 0) < 0) {
      throw Failure.of(Libc.errno(), "sock_diag");
    }
    byte[] answer = new byte[1 << 16];
    boolean more = true;
    while (more) {
      long length = Libc.get().recv(fd, answer, answer.length, 0);
      if (length < 0) {
        throw Failure.of(Libc.errno(), "sock_diag");
      }
      ByteBuffer messages = ByteBuffer.wrap(answer, 0, (int) length).order(ByteOrder.nativeOrder());
      more = read(messages.slice().order(ByteOrder.nativeOrder()), protocol, sockets);
    }
  }

  private static byte[] request(int family, int protocol) {
    ByteBuffer request = ByteBuffer.allocate(REQUEST_LENGTH).order(ByteOrder.nativeOrder());
    request.putInt(REQUEST_LENGTH).putShort(SOCK_DIAG_BY_FAMILY).putShort(REQUEST_AND_DUMP);
    request.putInt(1).putInt(0);
    request.put((byte) family).put((byte) protocol).putShort((short) 0).putInt(-1); // every state
    return request.array();
  }

  /// Reads one datagram of messages.
  ///
  /// @return whether more datagrams follow
  static boolean read(ByteBuffer messages, int protocol, List<KernelSocket> sockets)
      throws Unobservable {
    while (messages.remaining() >= MESSAGE_HEADER) {
      int start = messages.position();
      int length = messages.getInt(start);
      int type = messages.getShort(start + 4);
      if (length < MESSAGE_HEADER || length > messages.remaining()) {
        throw new Unobservable(
            Unobservable.Reason.NOT_UNDERSTOOD, "sock_diag: a message of " + length + " bytes");
      }
      if (type == NLMSG_ERROR || type == NLMSG_DONE) {
        int errno = length < MESSAGE_HEADER + 4 ? 0 : -messages.getInt(start + MESSAGE_HEADER);
        if (errno > 0) {
          throw Failure.of(errno, "sock_diag");
        }
        return false;
      }
      sockets.add(
          socket(
              messages
                  .slice(start + MESSAGE_HEADER, length - MESSAGE_HEADER)
                  .order(ByteOrder.nativeOrder()),
              protocol));
      messages.position(start + Math.min(aligned(length), messages.remaining()));
    }
    return true;
  }

  private static KernelSocket socket(ByteBuffer message, int protocol) {
    int bytes = message.get(0) == AF_INET6 ? 16 : 4;
    return new KernelSocket(
        protocol == IPPROTO_TCP ? "tcp" : "udp",
        message.get(1),
        end(message, 4, 8, bytes),
        end(message, 6, 24, bytes),
        Integer.toUnsignedLong(message.getInt(56)),
        OptionalLong.of(Integer.toUnsignedLong(message.getInt(60))),
        Integer.toUnsignedLong(message.getInt(64)),
        Integer.toUnsignedLong(message.getInt(68)),
        v6only(message));
  }

  private static End end(ByteBuffer message, int port, int address, int bytes) {
    byte[] read = new byte[bytes];
    message.get(address, read);
    int high = Byte.toUnsignedInt(message.get(port));
    return End.of(read, high << 8 | Byte.toUnsignedInt(message.get(port + 1)));
  }

  private static OptionalInt v6only(ByteBuffer message) {
    int at = ANSWER_LENGTH;
    while (at + 4 <= message.capacity()) {
      int length = Short.toUnsignedInt(message.getShort(at));
      if (message.getShort(at + 2) == INET_DIAG_SKV6ONLY && at + 4 < message.capacity()) {
        return OptionalInt.of(message.get(at + 4));
      }
      at += Math.max(4, aligned(length));
    }
    return OptionalInt.empty();
  }

  private static int aligned(int length) {
    return (length + 3) & ~3;
  }
}
