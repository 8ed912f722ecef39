package dockdiag.probes.docker;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import java.util.List;

/// The last lines that a container wrote, oldest first, untrusted.
///
/// @param name the container's name or id
/// @param lines at most so many
public record ContainerLogsProbe(String name, int lines) implements Probe<List<String>> {

  @Override
  public List<String> observe(Host host) throws Unobservable {
    List<String> all =
        host.ask(new Request.DockerLogs(name, lines)).body().lines().map(String::strip).toList();
    return all.subList(Math.max(0, all.size() - lines), all.size());
  }

  @Override
  public String source() {
    return "docker logs " + name;
  }

  @Override
  public String byHand() {
    return "docker logs --tail " + lines + " " + name;
  }
}
