package dockdiag.probes.host.kernel;

import jnr.ffi.LastError;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Platform;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import jnr.ffi.annotations.In;
import jnr.ffi.annotations.Out;
import jnr.ffi.types.size_t;
import jnr.ffi.types.ssize_t;

/// The C library's calls that Java has no name for; each returns -1 where it failed, see [#errno].
public interface Libc {

  /// Loaded when it is first needed.
  static Libc get() {
    return Loaded.LIBC;
  }

  /// errno(3) of this thread's last call.
  static int errno() {
    return LastError.getLastError(Runtime.getSystemRuntime());
  }

  /// open(2).
  int open(String path, int flags);

  /// syscall(2) of four arguments; openat2(2) has no name in older C libraries.
  long syscall(long number, long directory, String path, @In byte[] how, @size_t long size);

  /// close(2).
  int close(int fd);

  /// setns(2): moves the calling thread, and it alone.
  int setns(int fd, int kind);

  /// socket(2).
  int socket(int family, int type, int protocol);

  /// connect(2).
  int connect(int fd, @In byte[] address, int length);

  /// getsockopt(2).
  int getsockopt(int fd, int level, int option, @Out byte[] value, @In @Out int[] length);

  /// setsockopt(2).
  int setsockopt(int fd, int level, int option, @In byte[] value, int length);

  /// recvmsg(2).
  @ssize_t
  long recvmsg(int fd, Pointer message, int flags);

  /// send(2).
  @ssize_t
  long send(int fd, @In byte[] bytes, @size_t long length, int flags);

  /// recv(2).
  @ssize_t
  long recv(int fd, @Out byte[] bytes, @size_t long length, int flags);

  /// lgetxattr(2).
  @ssize_t
  long lgetxattr(String path, String name, @Out byte[] value, @size_t long size);

  /// Holds the library, so that runs without native calls never pay for it.
  final class Loaded {
    private static final Libc LIBC =
        LibraryLoader.create(Libc.class)
            .load(Platform.getNativePlatform().getStandardCLibraryName());

    private Loaded() {}
  }
}
