package dockdiag.probes.firewall;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.util.ArrayList;
import java.util.List;

/// The zones of a running firewalld; none where it does not run or is not installed.
///
/// Its files say what will be after the next reload, it alone what is: engines put their bridges
/// into a zone without writing that down.
public record ZonesProbe() implements Probe<List<Zone>> {

  /// NOT_RUNNING of firewall-cmd(1).
  private static final int NOT_RUNNING = 252;

  @Override
  public List<Zone> observe(Host host) throws Unobservable {
    Response response;
    try {
      List<String> words = List.of("firewall-cmd", "--list-all-zones");
      response = host.ask(new Request.RunCommand(Namespace.HOST, words));
    } catch (Unobservable missing) {
      if (missing.reason() == Reason.TOOL_MISSING) {
        return List.of();
      }
      throw missing;
    }
    if (response.status() == NOT_RUNNING) {
      return List.of();
    }
    if (response.status() != 0) {
      String said = response.body().strip().lines().reduce((first, last) -> last).orElse("");
      throw new Unobservable(Reason.NOT_UNDERSTOOD, "firewall-cmd: " + said);
    }
    return zones(response.body().split("(?m)^--$", 2)[0]);
  }

  private static List<Zone> zones(String text) {
    List<Zone> zones = new ArrayList<>();
    String name = "";
    String target = "";
    for (String line : text.lines().toList()) {
      if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
        name = line.split(" ", 2)[0];
      } else if (line.startsWith("  target: ")) {
        target = value(line);
      } else if (line.startsWith("  interfaces:")) {
        String interfaces = value(line);
        zones.add(
            new Zone(
                name, target, interfaces.isEmpty() ? List.of() : List.of(interfaces.split(" +"))));
      }
    }
    return List.copyOf(zones);
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }

  @Override
  public String source() {
    return "firewall-cmd --list-all-zones";
  }

  @Override
  public String byHand() {
    return "firewall-cmd --get-active-zones";
  }
}
