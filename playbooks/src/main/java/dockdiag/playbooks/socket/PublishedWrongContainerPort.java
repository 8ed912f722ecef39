package dockdiag.playbooks.socket;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.net.Port;
import dockdiag.probes.socket.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The server listens, but on another port than the one that is published.
public final class PublishedWrongContainerPort implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Port port = flow.port().orElseThrow();
    Listeners listeners = Listeners.of(flow, facts);
    List<Socket> others =
        listeners.all().stream()
            .filter(socket -> socket.protocol() == port.protocol())
            .filter(socket -> !listeners.isPublished(socket))
            .toList();
    if (!listeners.on(port).isEmpty() || others.isEmpty()) {
      return Optional.empty();
    }
    Socket first = others.getFirst();
    Finding finding =
        Finding.error(flow.subject())
            .word("process", listeners.name(first, facts))
            .word("listening", first.port().orElseThrow())
            .because(
                flow.inspect(), "published " + Evidence.list(listeners.container().published()))
            .mend(Remedy.byHand("publish", command(listeners.container(), port, first)))
            .mend(Remedy.byHand("listen"));
    for (Socket socket : others) {
      finding = finding.because(listeners.probe(), listeners.describe(socket, facts));
    }
    return Optional.of(finding);
  }

  @Override
  public Set<String> brings() {
    return Set.of("proxy-answers-backend-closed", "no-listener");
  }

  private static String command(Container container, Port port, Socket socket) {
    String host =
        container.published().stream()
            .filter(binding -> binding.container().equals(port))
            .map(binding -> binding.hostPort() + ":")
            .findFirst()
            .orElse("");
    return CommandLine.of(
        "docker", "run", "-p", host + socket.port().orElseThrow().brief(), "IMAGE");
  }
}
