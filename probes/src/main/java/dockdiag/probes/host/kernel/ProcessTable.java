package dockdiag.probes.host.kernel;

import dockdiag.probes.Unobservable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Every process of a place's network namespace, in the line format of `Request.ListProcesses`.
///
/// Kernel threads are left out: they hold no socket of their own.
public final class ProcessTable {

  private static final int STATE_FIELD = 0; // of proc_pid_stat(5), counted from behind the name
  private static final int FLAGS_FIELD = 6;
  private static final int START_TIME_FIELD = 19;
  private static final int KERNEL_THREAD = 0x00200000;
  private static final String SOCKET = "socket:[";
  private static final String HIDDEN = "?";

  private ProcessTable() {}

  /// The lines, by pid.
  ///
  /// @throws Unobservable NOT_PERMITTED where nobody's descriptors may be seen, as without root
  public static String of(Place place, Inhabitants inhabitants) throws Unobservable, IOException {
    String proc = place.root() + "/proc";
    long network = NamespaceIdentity.network(place.process());
    List<String> lines = new ArrayList<>();
    for (int pid : inhabitants.of(proc, network)) {
      try {
        if (NamespaceIdentity.network(proc + "/" + pid) == network) {
          line(proc + "/" + pid, pid).ifPresent(lines::add);
        }
      } catch (IOException failure) {
        if (!Inhabitants.hasGone(proc + "/" + pid, failure)) {
          throw failure;
        }
      }
    }
    if (!lines.isEmpty() && lines.stream().allMatch(line -> line.contains("\t" + HIDDEN + "\t"))) {
      throw Failure.forbidden("sockets of the processes of " + place.label());
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static Optional<String> line(String process, int pid) throws IOException, Unobservable {
    String stat = TextFile.read(process + "/stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
    if ((Long.parseLong(fields[FLAGS_FIELD]) & KERNEL_THREAD) != 0) {
      return Optional.empty();
    }
    Map<String, String> status = status(process);
    return Optional.of(
        String.join(
            "\t",
            String.valueOf(pid),
            last(status.getOrDefault("NSpid", String.valueOf(pid))),
            fields[STATE_FIELD],
            first(status.getOrDefault("Uid", "")),
            fields[START_TIME_FIELD],
            oneField(stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'))),
            sockets(process),
            oneField(TextFile.read(process + "/cmdline").replace('\0', ' ').strip())));
  }

  private static Map<String, String> status(String process) throws IOException, Unobservable {
    Map<String, String> status = new HashMap<>();
    for (String line : TextFile.read(process + "/status").lines().toList()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        status.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    return status;
  }

  // single processes may be closed even to root: those with more capabilities than ours (ptrace(2))
  private static String sockets(String process) throws IOException {
    try {
      return inodes(process);
    } catch (AccessDeniedException closed) {
      return HIDDEN;
    }
  }

  private static String inodes(String process) throws IOException {
    TreeSet<Long> inodes = new TreeSet<>();
    for (String link : TextFile.links(process + "/fd").lines().toList()) {
      int at = link.indexOf(" -> " + SOCKET);
      if (at > 0) {
        int start = at + 4 + SOCKET.length();
        inodes.add(Long.valueOf(link.substring(start, link.length() - 1)));
      }
    }
    return inodes.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static String first(String fields) {
    return fields.split("\\s+")[0];
  }

  private static String last(String fields) {
    String[] all = fields.split("\\s+");
    return all[all.length - 1];
  }

  // a process names itself as it likes: a tab or a line's end must not forge a field
  private static String oneField(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
