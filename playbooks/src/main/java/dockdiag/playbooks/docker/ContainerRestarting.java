package dockdiag.playbooks.docker;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.Container.State;
import dockdiag.probes.docker.Container.Status;
import java.util.Optional;
import java.util.Set;

/// The container's first process ends again and again, and the engine starts it anew.
public final class ContainerRestarting implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    State state = container.state();
    if (state.status() != Status.RESTARTING) {
      return Optional.empty();
    }
    String policy = container.restartPolicy().name();
    Finding finding =
        Finding.error(flow.subject())
            .word("count", state.restartCount())
            .word("code", state.exitCode())
            .word("policy", policy)
            .because(
                flow.inspect(),
                "State.Status restarting, RestartCount %d, exit code %d, RestartPolicy %s"
                    .formatted(state.restartCount(), state.exitCode(), policy))
            .mend(
                Remedy.byHand(
                    "log", CommandLine.of("docker", "logs", "--tail", "50", flow.container())));
    return Optional.of(LastWords.of(flow, facts).addedTo(finding));
  }

  @Override
  public Set<String> brings() {
    return Set.of("health-failing");
  }
}
