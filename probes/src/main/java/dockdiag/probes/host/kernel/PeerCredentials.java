package dockdiag.probes.host.kernel;

import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Who listens on a unix socket: `SO_PEERCRED`, unix(7).
///
/// @param pid as our pid namespace numbers it; 0 where the process is not in it
/// @param uid the user that listens
public record PeerCredentials(int pid, int uid) {

  private static final int AF_UNIX = 1;
  private static final int SOCK_STREAM_NONBLOCK_CLOSE_ON_EXEC = 1 | 0x800 | 0x80000;
  private static final int SOL_SOCKET = 1;
  private static final int SO_PEERCRED = 17;
  private static final int ENOENT = 2;
  private static final int EACCES = 13;
  private static final int EAGAIN = 11;
  private static final int ECONNREFUSED = 111;

  /// Connects to the socket, asks, and closes it.
  public static PeerCredentials of(String socket) throws Unobservable {
    Libc libc = Libc.get();
    int fd = libc.socket(AF_UNIX, SOCK_STREAM_NONBLOCK_CLOSE_ON_EXEC, 0);
    if (fd < 0) {
      throw Failure.of(Libc.errno(), socket);
    }
    try {
      byte[] address = address(socket);
      if (libc.connect(fd, address, address.length) != 0) {
        throw failure(Libc.errno(), socket);
      }
      byte[] credentials = new byte[12];
      int[] length = {credentials.length};
      if (libc.getsockopt(fd, SOL_SOCKET, SO_PEERCRED, credentials, length) != 0) {
        throw Failure.of(Libc.errno(), socket);
      }
      ByteBuffer fields = ByteBuffer.wrap(credentials).order(ByteOrder.nativeOrder());
      return new PeerCredentials(fields.getInt(), fields.getInt());
    } finally {
      libc.close(fd);
    }
  }

  private static byte[] address(String socket) {
    byte[] path = socket.getBytes(StandardCharsets.UTF_8);
    byte[] address = new byte[2 + path.length + 1];
    ByteBuffer.wrap(address).order(ByteOrder.nativeOrder()).putShort((short) AF_UNIX).put(path);
    return address;
  }

  private static Unobservable failure(int errno, String socket) {
    return switch (errno) {
      case ENOENT ->
          new Unobservable(
              Reason.UNREACHABLE, "unix://" + socket + ": no such socket; is the engine running?");
      case EACCES ->
          new Unobservable(
              Reason.NOT_PERMITTED,
              "unix://" + socket + ": permission denied; join the group docker or use sudo");
      case EAGAIN -> new Unobservable(Reason.TIMED_OUT, socket + ": accepts no connection");
      case ECONNREFUSED ->
          new Unobservable(
              Reason.UNREACHABLE, "unix://" + socket + ": nobody listens; is the engine running?");
      default -> Failure.of(errno, socket);
    };
  }
}
