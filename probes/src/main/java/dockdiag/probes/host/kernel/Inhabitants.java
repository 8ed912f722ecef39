package dockdiag.probes.host.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Which processes live in which network namespace.
///
/// The kernel tells it process by process alone. One look through `/proc` serves whoever asks in
/// the same moment: on a host of many containers, each of them does.
public final class Inhabitants {

  private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(500);

  private final Map<String, Look> looks = new HashMap<>();

  /// Their pids in this `/proc`, in order; one may have ended since.
  ///
  /// @param network as [NamespaceIdentity] tells it
  synchronized List<Integer> of(String proc, long network) throws IOException {
    Look look = looks.get(proc);
    if (look == null || System.nanoTime() - look.at() > MOMENT) {
      Map<Long, List<Integer>> pids = look(proc);
      look = new Look(System.nanoTime(), pids); // a slow look is not old before it is taken
      looks.put(proc, look);
    }
    return look.pids().getOrDefault(network, List.of());
  }

  private static Map<Long, List<Integer>> look(String proc) throws IOException {
    Map<Long, List<Integer>> pids = new HashMap<>();
    for (int pid : pids(proc)) {
      String process = proc + "/" + pid;
      try {
        pids.computeIfAbsent(NamespaceIdentity.network(process), _ -> new ArrayList<>()).add(pid);
      } catch (IOException failure) {
        if (!hasGone(process, failure)) {
          throw failure;
        }
      }
    }
    return pids;
  }

  /// Whether a process of which that could not be read has ended, or is about to: it lets go of its
  /// files first, and of its network namespace before it is a zombie.
  static boolean hasGone(String process, IOException failure) {
    return failure instanceof NoSuchFileException
        || Files.notExists(Path.of(process, "net", "dev"));
  }

  private static List<Integer> pids(String proc) throws IOException {
    List<Integer> pids = new ArrayList<>();
    for (String name : TextFile.names(proc)) {
      if (name.matches("[1-9][0-9]{0,8}")) {
        pids.add(Integer.valueOf(name));
      }
    }
    pids.sort(null);
    return pids;
  }

  /// @param at System.nanoTime
  private record Look(long at, Map<Long, List<Integer>> pids) {}
}
