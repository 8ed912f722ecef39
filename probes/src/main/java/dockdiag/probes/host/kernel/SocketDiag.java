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
  private static final int NETLINK_SOCK_DIAG = 4;
  private static final int SOCK_DIAG_BY_FAMILY = 20;
  private static final int IPPROTO_TCP = 6;
  private static final int IPPROTO_UDP = 17;
  private static final int REQUEST_LENGTH = 56;
  private static final int ANSWER_LENGTH = 72;
  private static final int INET_DIAG_SKV6ONLY = 11;

  private SocketDiag() {}

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
    try (Netlink netlink = Netlink.open(NETLINK_SOCK_DIAG, "sock_diag")) {
      List<KernelSocket> sockets = new ArrayList<>();
      for (int family : List.of(AF_INET, AF_INET6)) {
        for (int protocol : List.of(IPPROTO_TCP, IPPROTO_UDP)) {
          netlink.dump(
              SOCK_DIAG_BY_FAMILY,
              request(family, protocol),
              message -> sockets.add(socket(message, protocol)));
        }
      }
      return sockets;
    }
  }

  private static byte[] request(int family, int protocol) {
    ByteBuffer request = ByteBuffer.allocate(REQUEST_LENGTH).order(ByteOrder.nativeOrder());
    request.put((byte) family).put((byte) protocol).putShort((short) 0).putInt(-1); // every state
    return request.array();
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
      at += Math.max(4, Netlink.aligned(length));
    }
    return OptionalInt.empty();
  }
}
