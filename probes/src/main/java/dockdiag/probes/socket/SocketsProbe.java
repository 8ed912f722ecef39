package dockdiag.probes.socket;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import java.util.ArrayList;
import java.util.List;

/// Every TCP and UDP socket of a network namespace.
public record SocketsProbe(Namespace namespace) implements Probe<List<Socket>> {

  @Override
  public List<Socket> observe(Host host) throws Unobservable {
    List<Socket> sockets = new ArrayList<>();
    for (String line : host.ask(new Request.DumpSockets(namespace)).body().lines().toList()) {
      if (!line.isBlank()) {
        sockets.add(SocketLine.read(line));
      }
    }
    return List.copyOf(sockets);
  }

  @Override
  public String source() {
    return switch (namespace) {
      case Namespace.OfContainer(_, int pid) -> "/proc/" + pid + "/net/{tcp,tcp6,udp,udp6}";
      case Namespace.DockerHost _, Namespace.Self _, Namespace.OfOverlay _ ->
          "/proc/net/{tcp,tcp6,udp,udp6}";
    };
  }

  @Override
  public String byHand() {
    return switch (namespace) {
      case Namespace.OfContainer(_, int pid) -> "nsenter --target " + pid + " --net ss -tulnp";
      case Namespace.DockerHost _, Namespace.Self _, Namespace.OfOverlay _ -> "ss -tulnp";
    };
  }
}
