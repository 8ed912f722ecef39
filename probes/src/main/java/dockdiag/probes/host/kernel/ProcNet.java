package dockdiag.probes.host.kernel;

import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.kernel.KernelSocket.End;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Sockets by `/proc/PID/net/tcp` and its like (proc_pid_net(5)), which need no privilege.
final class ProcNet {

  private ProcNet() {}

  /// TCP and UDP, IPv4 and IPv6; a family that the kernel lacks has no sockets.
  static List<KernelSocket> dump(String process) throws IOException, Unobservable {
    List<KernelSocket> sockets = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
      try {
        sockets.addAll(parse(table.substring(0, 3), TextFile.read(process + "/net/" + table)));
      } catch (NoSuchFileException withoutIpv6) {
        if (table.length() == 3) {
          throw withoutIpv6;
        }
      }
    }
    return sockets;
  }

  /// Reads one table.
  static List<KernelSocket> parse(String protocol, String table) throws Unobservable {
    List<KernelSocket> sockets = new ArrayList<>();
    for (String line : table.lines().skip(1).toList()) {
      try {
        sockets.add(socket(protocol, line.strip().split("\\s+")));
      } catch (IllegalArgumentException | IndexOutOfBoundsException strange) {
        throw new Unobservable(Reason.NOT_UNDERSTOOD, "/proc/net/" + protocol + ": " + line);
      }
    }
    return sockets;
  }

  private static KernelSocket socket(String protocol, String[] fields) {
    String[] queues = fields[4].split(":");
    int state = Integer.parseInt(fields[3], 16);
    boolean listening = protocol.equals("tcp") && state == KernelSocket.LISTEN;
    long sending = Long.parseLong(queues[0], 16);
    return new KernelSocket(
        protocol,
        state,
        end(fields[1]),
        end(fields[2]),
        Long.parseLong(queues[1], 16),
        listening ? OptionalLong.empty() : OptionalLong.of(sending),
        Long.parseLong(fields[7]),
        Long.parseLong(fields[9]),
        OptionalInt.empty());
  }

  // each 32-bit word of an address is printed as a number, so its bytes stand in the CPU's order
  private static End end(String text) {
    int colon = text.indexOf(':');
    byte[] words = HexFormat.of().parseHex(text.substring(0, colon));
    ByteBuffer address = ByteBuffer.allocate(words.length).order(ByteOrder.nativeOrder());
    ByteBuffer printed = ByteBuffer.wrap(words);
    while (printed.hasRemaining()) {
      address.putInt(printed.getInt());
    }
    return End.of(address.array(), Integer.parseInt(text.substring(colon + 1), 16));
  }
}
