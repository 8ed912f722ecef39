package dockdiag.probes.platform;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The cgroup file systems among the engine's mounts.
public record CgroupsProbe() implements Probe<Cgroups> {

  private static final String FILE = "/proc/self/mountinfo";
  private static final Set<String> OPTIONS = Set.of("rw", "ro", "xattr", "clone_children");

  @Override
  public Cgroups observe(Host host) throws Unobservable {
    String text = host.ask(new Request.ReadFile(Namespace.HOST, FILE)).body();
    boolean unified = false;
    Set<String> controllers = new TreeSet<>();
    for (String line : text.lines().toList()) {
      // "36 35 0:30 / /sys/fs/cgroup/devices rw shared:15 - cgroup cgroup rw,devices" (proc(5))
      List<String> words = List.of(line.split(" "));
      int dash = words.indexOf("-");
      if (dash < 5 || words.size() < dash + 4) {
        throw Unobservable.notUnderstood(FILE, line);
      }
      String at = words.get(4);
      String type = words.get(dash + 1);
      unified |= type.equals("cgroup2") && at.equals("/sys/fs/cgroup");
      if (type.equals("cgroup") && at.startsWith("/sys/fs/cgroup/")) {
        controllers.addAll(List.of(words.get(dash + 3).split(",")));
      }
    }
    controllers.removeAll(OPTIONS);
    return new Cgroups(unified, controllers);
  }

  @Override
  public String source() {
    return "mountinfo of the engine";
  }

  @Override
  public String byHand() {
    return "grep cgroup /proc/$(pidof dockerd)/mountinfo";
  }
}
