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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The container was never started, ended, is frozen, or is on its way out.
public final class ContainerNotRunning implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    State state = container.state();
    // a container in a crash loop has a fault of its own
    if (state.status() == Status.RUNNING || state.status() == Status.RESTARTING) {
      return Optional.empty();
    }
    Finding finding =
        Finding.error(flow.subject())
            .word("state", state.status().name().toLowerCase(Locale.ROOT))
            .word("code", state.exitCode())
            .because(flow.inspect(), describe(state));
    return Optional.of(mended(LastWords.of(flow, facts).addedTo(finding), flow, state));
  }

  @Override
  public Set<String> brings() {
    return Set.of("health-failing");
  }

  private static String describe(State state) {
    String ended = state.status() == Status.PAUSED ? "" : ", exit code " + state.exitCode();
    String memory = state.oomKilled() ? ", OOMKilled" : "";
    String error = state.error().isEmpty() ? "" : ", error: " + state.error();
    return "State.Status "
        + state.status().name().toLowerCase(Locale.ROOT)
        + ended
        + memory
        + error;
  }

  private static Finding mended(Finding finding, Flow flow, State state) {
    return state.status() == Status.PAUSED
        ? finding.mend(
            Remedy.automatic("unpause", CommandLine.of("docker", "unpause", flow.container()))
                .undoneBy(CommandLine.of("docker", "pause", flow.container())))
        : finding.mend(Remedy.byHand("start", CommandLine.of("docker", "start", flow.container())));
  }
}
