package dockdiag.playbooks.docker;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.Health;
import java.util.Optional;

/// The container's own health check fails.
public final class HealthFailing implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    if (container.health().isEmpty()
        || !container.health().get().status().equals(Optional.of(Health.Status.UNHEALTHY))) {
      return Optional.empty();
    }
    Health health = container.health().get();
    Finding finding =
        Finding.warning(flow.subject())
            .word("streak", health.failingStreak())
            .because(flow.inspect(), "Healthcheck.Test " + String.join(" ", health.test()))
            .mend(
                Remedy.byHand(
                    "look",
                    CommandLine.of(
                        "docker",
                        "inspect",
                        "--format",
                        "{{json .State.Health}}",
                        flow.container())));
    if (!health.runs().isEmpty()) {
      Health.Run last = health.runs().getLast();
      finding =
          finding.because(
              flow.inspect(),
              "last run: exit code " + last.exitCode() + ", " + last.output().strip());
    }
    return Optional.of(finding);
  }
}
