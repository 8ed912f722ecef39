package dockdiag.probes.host.kernel;

import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file below a root that is not ours, as those see it who live there.
///
/// Its symbolic links are followed as they mean it: an absolute one begins at that root, and none
/// leads above it, however it is changed meanwhile (openat2(2), since Linux 5.6).
public final class RootedFile {

  // the same number on all architectures, as of all calls since 5.1
  private static final int OPENAT2 = 437;
  private static final int ONLY_A_PATH_CLOSE_ON_EXEC = 0x200000 | 0x80000;
  private static final long RESOLVE_IN_ROOT = 0x10;
  private static final int SIZE = 24;
  private static final int ENOSYS = 38;

  private RootedFile() {}

  /// The whole text of a regular file; anything else, a pipe or a device, is not there.
  ///
  /// @param root a directory by a path of ours, such as `/proc/PID/root`
  public static String read(String root, String path) throws Unobservable, IOException {
    Libc libc = Libc.get();
    String shown = path + " below " + root;
    int directory = opened(libc.open(root, ONLY_A_PATH_CLOSE_ON_EXEC), root);
    try {
      int file = opened((int) libc.syscall(OPENAT2, directory, path, how(), SIZE), shown);
      try {
        return regular("/proc/self/fd/" + file, shown);
      } finally {
        libc.close(file);
      }
    } finally {
      libc.close(directory);
    }
  }

  // opened for its path alone first: to open a pipe for reading would wait for a writer
  private static String regular(String descriptor, String shown) throws Unobservable, IOException {
    if (!Files.isRegularFile(Path.of(descriptor))) {
      throw new Unobservable(Reason.NOT_PRESENT, shown + ": no regular file");
    }
    return TextFile.read(descriptor);
  }

  private static int opened(int descriptor, String shown) throws Unobservable {
    if (descriptor >= 0) {
      return descriptor;
    }
    int errno = Libc.errno();
    throw errno == ENOSYS
        ? new Unobservable(Reason.TOOL_MISSING, shown + ": this kernel has no openat2 (Linux 5.6)")
        : Failure.of(errno, shown);
  }

  /// `struct open_how`: flags, mode, resolve.
  private static byte[] how() {
    return ByteBuffer.allocate(SIZE)
        .order(ByteOrder.nativeOrder())
        .putLong(ONLY_A_PATH_CLOSE_ON_EXEC)
        .putLong(0)
        .putLong(RESOLVE_IN_ROOT)
        .array();
  }
}
