package dockdiag.probes.host.kernel;

import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.io.IOException;
import java.util.OptionalInt;

/// Where a namespace's files, network and processes are found from here.
///
/// @param label for people
/// @param root what precedes a path of its files: nothing, or `/proc/PID/root`
/// @param netns the file of its network namespace
/// @param process a process directory in its network namespace, such as `/proc/self`
/// @param network whether it is entered, is ours already, or must not be entered
/// @param mounts the process whose mount namespace its commands need; empty where ours will do
public record Place(
    String label, String root, String netns, String process, Network network, OptionalInt mounts) {

  /// Where a process directory has the file of its network namespace.
  public static final String NETNS = "/ns/net";

  /// How its network namespace is reached.
  public enum Network {
    /// It is dockdiag's own.
    OURS,
    /// By setns(2).
    ENTERED,
    /// It would take setns(2), which `--passive` forbids.
    CLOSED
  }

  private static final int READ_ONLY_CLOSE_ON_EXEC = 0x80000;
  private static final int CLONE_NEWNET = 0x40000000;

  /// dockdiag's own.
  public static final Place SELF =
      new Place("self", "", "/proc/self" + NETNS, "/proc/self", Network.OURS, OptionalInt.empty());

  /// Moves this thread into the network namespace, for good: the thread must be an [OwnThread].
  ///
  /// @throws Unobservable NOT_PERMITTED without root, PASSIVE where it is closed
  public void enter() throws Unobservable {
    switch (network) {
      case OURS -> {}
      case CLOSED ->
          throw new Unobservable(
              Reason.PASSIVE, "network namespace of " + label + ": not entered (--passive)");
      case ENTERED -> setns(netns);
    }
  }

  /// A file of it, for reading where no namespace needs to be entered.
  public String file(String path) {
    if (path.startsWith("/proc/self/")) {
      return of(mounts) + path.substring("/proc/self".length());
    }
    return path.startsWith("/proc/net/") ? process + path.substring("/proc".length()) : root + path;
  }

  private static String of(OptionalInt process) {
    return process.isPresent() ? "/proc/" + process.getAsInt() : "/proc/self";
  }

  /// A text, read on this thread.
  public String read(String path) throws Unobservable, IOException {
    if (path.startsWith("/proc/sys/net/")) {
      enter(); // /proc/sys/net is that of the task that reads, wherever /proc was mounted
      return TextFile.read(path);
    }
    return TextFile.read(file(path));
  }

  private static void setns(String path) throws Unobservable {
    Libc libc = Libc.get();
    int fd = libc.open(path, READ_ONLY_CLOSE_ON_EXEC);
    if (fd < 0) {
      throw Failure.of(Libc.errno(), path);
    }
    int moved = libc.setns(fd, CLONE_NEWNET);
    int errno = Libc.errno();
    libc.close(fd);
    if (moved != 0) {
      throw Failure.of(errno, "setns " + path);
    }
  }
}
