package dockdiag.probes.host.kernel;

import dockdiag.probes.Unobservable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether two processes share a namespace, told without privilege.
///
/// The links in `/proc/PID/ns` tell it to root alone. Anybody may see that files in
/// `/proc/PID/net` have an inode number of their own in each network namespace, that no two mounts
/// have the same id (proc_pid_mountinfo(5)), and how many pid namespaces deep a process lives
/// (`NSpid` in proc_pid_status(5)).
public final class NamespaceIdentity {

  private NamespaceIdentity() {}

  /// Identifies the network namespace of a process directory such as `/proc/self`.
  public static long network(String process) throws IOException {
    return (long) Files.getAttribute(Path.of(process, "net", "dev"), "unix:ino");
  }

  /// Whether both process directories are of one network namespace.
  public static boolean sameNetwork(String process, String other) throws IOException {
    return network(process) == network(other);
  }

  /// Whether both process directories are of one mount namespace.
  public static boolean sameMounts(String process, String other) throws IOException, Unobservable {
    return firstMount(process).equals(firstMount(other));
  }

  /// Whether the process lives in the pid namespace that this `/proc` shows.
  public static boolean pidsOfThisProc(String process) throws IOException, Unobservable {
    return TextFile.read(process + "/status")
        .lines()
        .filter(line -> line.startsWith("NSpid:"))
        .allMatch(line -> line.substring("NSpid:".length()).strip().matches("[0-9]+"));
  }

  private static String firstMount(String process) throws IOException, Unobservable {
    String mounts = TextFile.read(process + "/mountinfo");
    return mounts.substring(0, Math.max(0, mounts.indexOf(' ')));
  }
}
