package dockdiag.playbooks.socket;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Port;
import dockdiag.probes.socket.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The server listens on the container's loopback alone, where only the container itself can come.
public final class ListenerOnLoopback implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Port port = flow.port().orElseThrow();
    Listeners listeners = Listeners.of(flow, facts);
    List<Socket> here = listeners.on(port);
    if (here.isEmpty() || !here.stream().allMatch(socket -> socket.local().isLoopback())) {
      return Optional.empty();
    }
    Socket first = here.getFirst();
    Finding finding =
        Finding.error(flow.subject())
            .word("process", listeners.name(first, facts))
            .word("listener", first.local().with(first.localPort()))
            .mend(Remedy.byHand("bind", command(listeners.name(first, facts))));
    for (Socket socket : here) {
      finding = finding.because(listeners.probe(), listeners.describe(socket, facts));
    }
    return Optional.of(finding);
  }

  @Override
  public Set<String> brings() {
    return Set.of("proxy-answers-backend-closed", "listener-on-other-address");
  }

  /// What the common servers call it; the rest have a name of their own for it.
  private static String[] command(String process) {
    return switch (process) {
      case "mysqld", "mariadbd" -> new String[] {"mariadbd --bind-address=0.0.0.0"};
      case "redis-server", "valkey-server" -> new String[] {"redis-server --bind 0.0.0.0"};
      case "postgres" -> new String[] {"postgres -c listen_addresses='*'"};
      case "mongod" -> new String[] {"mongod --bind_ip_all"};
      default -> new String[] {};
    };
  }
}
