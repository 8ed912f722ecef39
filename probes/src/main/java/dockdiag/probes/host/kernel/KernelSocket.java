package dockdiag.probes.host.kernel;

import dockdiag.probes.net.Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One socket, in the line format of `Request.DumpSockets`.
///
/// @param state as in linux/tcp_states.h; an unconnected UDP socket has that of a closed one
/// @param receiving bytes, or connections that wait
/// @param sending bytes, or the most connections that may wait; empty where the source is silent
record KernelSocket(
    String protocol,
    int state,
    End local,
    End remote,
    long receiving,
    OptionalLong sending,
    long user,
    long inode,
    OptionalInt v6only)
    implements Comparable<KernelSocket> {

  /// One end of it.
  record End(String address, int port) implements Comparable<End> {

    /// Of 4 or 16 bytes in network order; an IPv4 address within IPv6 stays visible as such.
    static End of(byte[] address, int port) {
      try {
        InetAddress read = InetAddress.getByAddress(address);
        boolean mapped = address.length == 16 && read.getAddress().length == 4;
        String text = (mapped ? "::ffff:" : "") + new Address(read);
        return new End(address.length == 16 ? "[" + text + "]" : text, port);
      } catch (UnknownHostException neitherFourNorSixteen) {
        throw new IllegalArgumentException(neitherFourNorSixteen);
      }
    }

    @Override
    public int compareTo(End other) {
      return Comparator.comparing(End::address).thenComparingInt(End::port).compare(this, other);
    }

    @Override
    public String toString() {
      return address + ":" + port;
    }
  }

  /// The state of a listening TCP socket.
  static final int LISTEN = 10;

  private static final List<String> STATES =
      List.of(
          "UNKNOWN",
          "ESTABLISHED",
          "SYN_SENT",
          "SYN_RECV",
          "FIN_WAIT1",
          "FIN_WAIT2",
          "TIME_WAIT",
          "CLOSE",
          "CLOSE_WAIT",
          "LAST_ACK",
          "LISTEN",
          "CLOSING",
          "SYN_RECV");

  private static final Comparator<KernelSocket> ORDER =
      Comparator.comparing(KernelSocket::protocol)
          .thenComparing(socket -> socket.state() != LISTEN)
          .thenComparing(KernelSocket::local)
          .thenComparing(KernelSocket::remote)
          .thenComparingInt(KernelSocket::state)
          .thenComparingLong(KernelSocket::inode);

  /// All of them as one text, in an order of their own.
  static String text(List<KernelSocket> sockets) {
    StringBuilder text = new StringBuilder();
    sockets.stream().sorted().forEach(socket -> text.append(socket).append('\n'));
    return text.toString();
  }

  @Override
  public int compareTo(KernelSocket other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(protocol);
    line.append(' ').append(state < STATES.size() ? STATES.get(state) : "UNKNOWN");
    line.append(" rq=").append(receiving);
    sending.ifPresent(most -> line.append(" wq=").append(most));
    line.append(' ').append(local).append(' ').append(remote);
    line.append(" uid=").append(user).append(" ino=").append(inode);
    v6only.ifPresent(only -> line.append(" v6only=").append(only));
    return line.toString();
  }
}
