package dockdiag.cli.command;

import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Daemon;
import dockdiag.probes.docker.DaemonProbe;
import dockdiag.probes.machine.Machine;
import dockdiag.probes.machine.MachineProbe;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a report says of the host, as far as it is known.
public final class HostLine {

  private HostLine() {}

  /// By name, in the report's order.
  public static Map<String, String> of(Facts facts) {
    Map<String, String> line = new LinkedHashMap<>();
    try {
      Machine machine = facts.get(new MachineProbe());
      line.put("name", machine.name());
      line.put("os", machine.os());
      line.put("kernel", machine.kernel());
      line.put("arch", architecture(machine.architecture()));
    } catch (Unobservable unknown) {
      line.put("name", "unknown");
    }
    try {
      Daemon daemon = facts.get(new DaemonProbe());
      line.put("name", daemon.name()); // the engine may live behind another name than dockdiag
      line.put("engine", daemon.version());
    } catch (Unobservable unknown) {
      line.put("engine", "unknown");
    }
    line.put("evidence", "live"); // a replay prints what the live run printed
    return line;
  }

  /// As images and manifests name it; uname(2) has other words.
  private static String architecture(String machine) {
    return switch (machine) {
      case "x86_64" -> "amd64";
      case "aarch64" -> "arm64";
      default -> machine;
    };
  }
}
