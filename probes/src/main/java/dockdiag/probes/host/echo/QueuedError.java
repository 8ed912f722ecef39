package dockdiag.probes.host.echo;

import dockdiag.probes.host.kernel.Libc;
import dockdiag.probes.net.Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;

/// An error from a socket's queue (IP_RECVERR, ip(7)): `struct sock_extended_err` of
/// linux/errqueue.h, who reported it, and the packet that it is about.
///
/// @param origin 1 where this kernel refused before anything was sent, 2 ICMP, 3 ICMPv6
/// @param info the MTU where a packet was too large, else of no meaning
record QueuedError(
    int origin, int type, int code, long info, Optional<Address> by, ByteBuffer packet) {

  static final int LOCAL = 1;

  private static final int MSG_ERRQUEUE = 0x2000;
  private static final int MSGHDR = 56;
  private static final int CMSGHDR = 16;
  private static final int SOL_IP = 0;
  private static final int IP_RECVERR = 11;
  private static final int SOL_IPV6 = 41;
  private static final int IPV6_RECVERR = 25;
  private static final int EXTENDED_ERR = 16;
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  private static final int MOST = 512;

  /// The next one, if there is one.
  static Optional<QueuedError> take(int socket) {
    Runtime runtime = Runtime.getSystemRuntime();
    Pointer data = Memory.allocateDirect(runtime, MOST, true);
    Pointer control = Memory.allocateDirect(runtime, MOST, true);
    Pointer vector = Memory.allocateDirect(runtime, 16, true);
    vector.putPointer(0, data);
    vector.putLong(8, MOST);
    Pointer header = Memory.allocateDirect(runtime, MSGHDR, true); // struct msghdr, recvmsg(2)
    header.putPointer(16, vector);
    header.putLong(24, 1);
    header.putPointer(32, control);
    header.putLong(40, MOST);
    long length = Libc.get().recvmsg(socket, header, MSG_ERRQUEUE);
    return length < 0
        ? Optional.empty()
        : read(bytes(control, (int) header.getLong(40)), bytes(data, (int) length));
  }

  private static byte[] bytes(Pointer memory, int length) {
    byte[] bytes = new byte[Math.min(length, MOST)];
    memory.get(0, bytes, 0, bytes.length);
    return bytes;
  }

  /// Reads control messages, cmsg(3).
  static Optional<QueuedError> read(byte[] control, byte[] packet) {
    ByteBuffer messages = ByteBuffer.wrap(control).order(ByteOrder.nativeOrder());
    int at = 0;
    while (at + CMSGHDR + EXTENDED_ERR <= control.length) {
      int length = (int) messages.getLong(at);
      int level = messages.getInt(at + 8);
      int type = messages.getInt(at + 12);
      boolean ours =
          (level == SOL_IP && type == IP_RECVERR) || (level == SOL_IPV6 && type == IPV6_RECVERR);
      if (ours && at + length <= control.length) {
        byte[] body = Arrays.copyOfRange(control, at + CMSGHDR, at + length);
        return Optional.of(of(ByteBuffer.wrap(body).order(ByteOrder.nativeOrder()), packet));
      }
      at += Math.max(CMSGHDR, (length + 7) & ~7);
    }
    return Optional.empty();
  }

  private static QueuedError of(ByteBuffer error, byte[] packet) {
    return new QueuedError(
        error.get(4),
        Byte.toUnsignedInt(error.get(5)),
        Byte.toUnsignedInt(error.get(6)),
        Integer.toUnsignedLong(error.getInt(8)),
        offender(error),
        ByteBuffer.wrap(packet));
  }

  // SO_EE_OFFENDER: a socket address behind the error
  private static Optional<Address> offender(ByteBuffer error) {
    int family = error.capacity() < EXTENDED_ERR + 8 ? 0 : error.getShort(EXTENDED_ERR);
    if (family == AF_INET) {
      return address(error, EXTENDED_ERR + 4, 4);
    }
    return family == AF_INET6 && error.capacity() >= EXTENDED_ERR + 24
        ? address(error, EXTENDED_ERR + 8, 16)
        : Optional.empty();
  }

  private static Optional<Address> address(ByteBuffer error, int at, int length) {
    byte[] bytes = new byte[length];
    error.get(at, bytes);
    try {
      return Optional.of(new Address(InetAddress.getByAddress(bytes)));
    } catch (UnknownHostException neitherFourNorSixteen) {
      throw new IllegalArgumentException(neitherFourNorSixteen);
    }
  }
}
