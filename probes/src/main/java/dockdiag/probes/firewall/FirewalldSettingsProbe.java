package dockdiag.probes.firewall;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import java.util.Map;

/// How firewalld was told to run; its defaults where it has no file.
public record FirewalldSettingsProbe() implements Probe<FirewalldSettings> {

  private static final String FILE = "/etc/firewalld/firewalld.conf";

  @Override
  public FirewalldSettings observe(Host host) throws Unobservable {
    Map<String, String> file = ShellVariables.in(FILE, host).orElse(Map.of());
    return new FirewalldSettings(
        file.getOrDefault("DefaultZone", "public"),
        file.getOrDefault("StrictForwardPorts", "no").matches("(?i)yes|true"));
  }

  @Override
  public String source() {
    return FILE;
  }

  @Override
  public String byHand() {
    return "grep -v '^#' " + FILE;
  }
}
