package dockdiag.playbooks.docker;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import java.util.Optional;
import java.util.Set;

/// `docker compose run` publishes none of the service's ports unless it is told to.
public final class ComposeRunWithoutPorts implements Check<Flow> {

  private static final String ONE_OFF = "com.docker.compose.oneoff";

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    String oneOff = container.config().labels().getOrDefault(ONE_OFF, "False");
    if (!container.requested().isEmpty() || !oneOff.equals("True")) {
      return Optional.empty();
    }
    String service =
        container.config().labels().getOrDefault("com.docker.compose.service", "SERVICE");
    return Optional.of(
        Finding.error(flow.subject())
            .word("service", service)
            .because(flow.inspect(), "label " + ONE_OFF + "=True, HostConfig.PortBindings {}")
            .mend(
                Remedy.byHand(
                    "service-ports",
                    CommandLine.of("docker", "compose", "run", "--service-ports", service))));
  }

  @Override
  public Set<String> brings() {
    return Set.of("port-not-published");
  }
}
