package dockdiag.probes.host.kernel;

import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/// A socket of netlink(7) in the calling thread's network namespace, to ask the kernel for lists.
final class Netlink implements AutoCloseable {

  private static final int AF_NETLINK = 16;
  private static final int SOCK_RAW_CLOSE_ON_EXEC = 3 | 0x80000;
  private static final short REQUEST_AND_DUMP = 0x301;
  private static final short DUMP_INTERRUPTED = 0x10;
  private static final int NLMSG_ERROR = 2;
  private static final int NLMSG_DONE = 3;
  private static final int HEADER = 16;

  private final int fd;
  private final String what;

  private Netlink(int fd, String what) {
    this.fd = fd;
    this.what = what;
  }

  /// @param protocol a number of linux/netlink.h
  /// @param what names it in failures
  static Netlink open(int protocol, String what) throws Unobservable {
    int fd = Libc.get().socket(AF_NETLINK, SOCK_RAW_CLOSE_ON_EXEC, protocol);
    if (fd < 0) {
      throw Failure.of(Libc.errno(), what);
    }
    return new Netlink(fd, what);
  }

  @Override
  public void close() {
    Libc.get().close(fd);
  }

  /// Asks for a list, and hands over each message of it without its header.
  void dump(int type, byte[] asked, Consumer<ByteBuffer> each) throws Unobservable {
    ByteBuffer request = ByteBuffer.allocate(HEADER + asked.length).order(ByteOrder.nativeOrder());
    request.putInt(HEADER + asked.length).putShort((short) type).putShort(REQUEST_AND_DUMP);
    request.putInt(1).putInt(0).put(asked);
    if (Libc.get().send(fd, request.array(), request.capacity(), 0) < 0) {
      throw Failure.of(Libc.errno(), what);
    }
    byte[] answer = new byte[1 << 16];
    boolean more = true;
    while (more) {
      long length = Libc.get().recv(fd, answer, answer.length, 0);
      if (length < 0) {
        throw Failure.of(Libc.errno(), what);
      }
      more = read(part(ByteBuffer.wrap(answer), 0, (int) length), what, each);
    }
  }

  /// Reads one datagram of messages.
  ///
  /// @return whether more datagrams follow
  static boolean read(ByteBuffer messages, String what, Consumer<ByteBuffer> each)
      throws Unobservable {
    int start = 0;
    while (messages.capacity() - start >= HEADER) {
      int length = messages.getInt(start);
      int type = messages.getShort(start + 4);
      if (length < HEADER || length > messages.capacity() - start) {
        throw new Unobservable(Reason.NOT_UNDERSTOOD, what + ": a message of " + length + " bytes");
      }
      if ((messages.getShort(start + 6) & DUMP_INTERRUPTED) != 0) {
        throw new Unobservable(Reason.NOT_UNDERSTOOD, what + ": it changed while it was read");
      }
      if (type == NLMSG_ERROR || type == NLMSG_DONE) {
        int errno = length < HEADER + 4 ? 0 : -messages.getInt(start + HEADER);
        if (errno > 0) {
          throw Failure.of(errno, what);
        }
        return false;
      }
      each.accept(part(messages, start + HEADER, length - HEADER));
      start += aligned(length);
    }
    return true;
  }

  /// The bytes from there on, numbers in the kernel's order.
  static ByteBuffer part(ByteBuffer bytes, int from, int length) {
    return bytes.slice(from, length).order(ByteOrder.nativeOrder());
  }

  /// Messages and attributes begin at multiples of four.
  static int aligned(int length) {
    return (length + 3) & ~3;
  }
}
