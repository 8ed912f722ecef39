package dockdiag.probes.host.echo;

import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.kernel.Failure;
import dockdiag.probes.host.kernel.Libc;
import dockdiag.probes.net.Address;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// A socket for echo requests to one address: the unprivileged one where the namespace allows it
/// (`net.ipv4.ping_group_range`, icmp(7)), else a raw one, which takes CAP_NET_RAW.
///
/// Calls return 0 or an errno(3).
final class EchoSocket implements AutoCloseable {

  static final int EAGAIN = 11;
  static final int EINTR = 4;

  private static final int EACCES = 13;
  private static final int EPERM = 1;
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  private static final int DATAGRAM_CLOSE_ON_EXEC = 2 | 0x80000;
  private static final int RAW_CLOSE_ON_EXEC = 3 | 0x80000;
  private static final int IPPROTO_ICMP = 1;
  private static final int IPPROTO_ICMPV6 = 58;
  private static final int SOL_SOCKET = 1;
  private static final int SO_RCVTIMEO = 20;
  private static final int SOL_IP = 0;
  private static final int SOL_IPV6 = 41;
  private static final int IP_MTU_DISCOVER = 10;
  private static final int IP_RECVERR = 11;
  private static final int IPV6_MTU_DISCOVER = 23;
  private static final int IPV6_RECVERR = 25;
  private static final int IPV6_DONTFRAG = 62;
  private static final int FRAGMENTED = 0; // IP_PMTUDISC_DONT
  private static final int WHOLE = 3; // IP_PMTUDISC_PROBE: DF, whatever was learned of the path

  private final Address to;
  private final int fd;
  private final boolean raw;
  private final byte[] buffer = new byte[1 << 16];
  private ByteBuffer message = ByteBuffer.allocate(0);

  private EchoSocket(Address to, int fd, boolean raw) {
    this.to = to;
    this.fd = fd;
    this.raw = raw;
  }

  /// Opened in the namespace of this thread.
  ///
  /// @throws Unobservable NOT_PERMITTED where neither kind may be opened, NOT_PRESENT without IPv6
  static EchoSocket open(Address to) throws Unobservable {
    if (to.isIpv6() && Files.notExists(Path.of("/proc/net/if_inet6"))) {
      throw new Unobservable(
          Reason.NOT_PRESENT, "echo to " + to + ": this kernel was started without IPv6");
    }
    int family = to.isIpv6() ? AF_INET6 : AF_INET;
    int protocol = to.isIpv6() ? IPPROTO_ICMPV6 : IPPROTO_ICMP;
    int fd = Libc.get().socket(family, DATAGRAM_CLOSE_ON_EXEC, protocol);
    if (fd >= 0) {
      return new EchoSocket(to, fd, false);
    }
    int errno = Libc.errno();
    if (errno != EACCES && errno != EPERM) {
      throw Failure.of(errno, "echo to " + to);
    }
    fd = Libc.get().socket(family, RAW_CLOSE_ON_EXEC, protocol);
    if (fd < 0) {
      throw Failure.of(Libc.errno(), "echo to " + to);
    }
    return new EchoSocket(to, fd, true);
  }

  /// Takes this address as the only one to talk to; whole means that no packet may be fragmented.
  int connect(boolean whole) {
    int discover = whole ? WHOLE : FRAGMENTED;
    if (to.isIpv6()) {
      option(SOL_IPV6, IPV6_MTU_DISCOVER, discover);
      option(SOL_IPV6, IPV6_DONTFRAG, whole ? 1 : 0);
      option(SOL_IPV6, IPV6_RECVERR, 1);
    } else {
      option(SOL_IP, IP_MTU_DISCOVER, discover);
      option(SOL_IP, IP_RECVERR, 1);
    }
    byte[] address = socketAddress();
    return Libc.get().connect(fd, address, address.length) == 0 ? 0 : Libc.errno();
  }

  int send(EchoMessage message) {
    byte[] bytes = message.bytes();
    return Libc.get().send(fd, bytes, bytes.length, 0) < 0 ? Libc.errno() : 0;
  }

  /// Waits for a message, which is then [#message].
  int receive(long micros) {
    ByteBuffer time = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder()); // struct timeval
    time.putLong(micros / 1_000_000).putLong(Math.max(1, micros % 1_000_000));
    Libc.get().setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, time.array(), time.capacity());
    int length = (int) Libc.get().recv(fd, buffer, buffer.length, 0);
    if (length < 0) {
      return Libc.errno();
    }
    int header = raw && !to.isIpv6() ? (buffer[0] & 0xf) * 4 : 0; // raw(7): IPv4's comes along
    message = ByteBuffer.wrap(buffer, Math.min(header, length), Math.max(0, length - header));
    return 0;
  }

  /// What came last, from the header of ICMP on.
  ByteBuffer message() {
    return message;
  }

  /// The descriptor, to look into its error queue.
  int descriptor() {
    return fd;
  }

  @Override
  public void close() {
    Libc.get().close(fd);
  }

  private void option(int level, int name, int value) {
    ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(value);
    Libc.get().setsockopt(fd, level, name, bytes.array(), 4);
  }

  /// `struct sockaddr_in` or `sockaddr_in6`, without a port.
  private byte[] socketAddress() {
    byte[] bytes = to.value().getAddress();
    ByteBuffer address = ByteBuffer.allocate(to.isIpv6() ? 28 : 16).order(ByteOrder.nativeOrder());
    address.putShort((short) (to.isIpv6() ? AF_INET6 : AF_INET)).put(to.isIpv6() ? 8 : 4, bytes);
    return address.array();
  }
}
