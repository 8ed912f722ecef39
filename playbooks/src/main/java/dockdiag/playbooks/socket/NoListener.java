package dockdiag.playbooks.socket;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.net.Port;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Nothing in the container listens on the port, nor on any other that could be meant.
public final class NoListener implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Port port = flow.port().orElseThrow();
    Listeners listeners = Listeners.of(flow, facts);
    if (!listeners.on(port).isEmpty()) {
      return Optional.empty();
    }
    Finding finding =
        Finding.error(flow.subject())
            .because(listeners.probe(), "listening: " + listeners.ports())
            .because(flow.inspect(), "State.StartedAt " + started(listeners.container()))
            .mend(
                Remedy.byHand(
                    "log", CommandLine.of("docker", "logs", "--tail", "50", flow.container())));
    return Optional.of(finding);
  }

  @Override
  public Set<String> brings() {
    return Set.of("proxy-answers-backend-closed");
  }

  /// For the reader, who knows what time it is: it may still be starting.
  private static String started(Container container) {
    return container.state().startedAt().map(Instant::toString).orElse("never");
  }
}
