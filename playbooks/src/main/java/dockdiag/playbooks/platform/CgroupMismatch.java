package dockdiag.playbooks.platform;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.Cgroups;
import dockdiag.probes.platform.CgroupsProbe;
import dockdiag.probes.platform.EngineStack;
import dockdiag.probes.platform.EngineStackProbe;
import java.util.Optional;
import java.util.TreeSet;

/// The engine keeps its containers in cgroups of one version, and the host has the other mounted,
/// or none.
public final class CgroupMismatch implements Check<Scope> {

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    EngineStackProbe engine = new EngineStackProbe();
    CgroupsProbe mounts = new CgroupsProbe();
    EngineStack stack = facts.get(engine);
    Cgroups mounted = facts.get(mounts);
    String wanted = wanted(stack);
    boolean fits = wanted.equals("2") ? mounted.unified() : hasDevices(mounted);
    if (fits) {
      return Optional.empty();
    }
    String seen =
        mounted.unified()
            ? "cgroup2"
            : "cgroup: " + Evidence.list(new TreeSet<>(mounted.controllers()));
    return Optional.of(
        Finding.error(scope.subject())
            .word("wanted", wanted)
            .word("engine", stack.components().getOrDefault("Engine", ""))
            .because(engine, "cgroup version " + wanted)
            .because(mounts, seen)
            .mend(
                wanted.equals("1") && !mounted.unified()
                    ? Remedy.automatic(
                            "mount",
                            "mkdir -p /sys/fs/cgroup/devices",
                            "mount -t cgroup -o devices cgroup /sys/fs/cgroup/devices")
                        .undoneBy("umount /sys/fs/cgroup/devices")
                        .untilReboot()
                    : Remedy.byHand("restart", "systemctl restart docker")));
  }

  /// Engines before 20.10 know the first version alone, and do not say so.
  private static String wanted(EngineStack stack) {
    return stack.cgroupVersion().isEmpty() ? "1" : stack.cgroupVersion();
  }

  /// The runtime starts no container without it: it is what keeps devices away from containers
  /// (runc, libcontainer/cgroups/fs).
  private static boolean hasDevices(Cgroups mounted) {
    return !mounted.unified() && mounted.controllers().contains("devices");
  }
}
