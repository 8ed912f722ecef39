package dockdiag.probes.platform;

import java.util.Set;

/// The cgroup file systems that are mounted where the engine looks (cgroups(7)).
///
/// @param unified whether `/sys/fs/cgroup` itself is cgroup2, and not beside version 1
/// @param controllers those of version 1 that are mounted: `devices`, `memory`
public record Cgroups(boolean unified, Set<String> controllers) {

  public Cgroups {
    controllers = Set.copyOf(controllers);
  }

  /// Whether none is mounted at all.
  public boolean isNone() {
    return !unified && controllers.isEmpty();
  }
}
