package dockdiag.playbooks.docker;

import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.Container.State;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The question which containers of the host are in use: those that run, and those that should and
/// do not. One that was stopped, has done its work, or was never started is none of them.
public record MeantToRun() implements Inference<List<MeantToRun.InUse>> {

  /// How a process ends that did its work, or that `docker stop` ended: by itself, by SIGKILL, by
  /// SIGTERM.
  private static final Set<Integer> ON_REQUEST = Set.of(0, 137, 143);

  private static final Set<String> NO_RESTART = Set.of("", "no");

  /// One of them.
  ///
  /// @param described empty where the engine did not tell: it counts as being of every kind, so
  ///     that whoever asks about it will be told the same
  public record InUse(String name, Optional<Container> described) {
    /// Whether it may be one of these.
    public boolean mayBe(Predicate<Container> kind) {
      return described.map(kind::test).orElse(true);
    }
  }

  @Override
  public List<InUse> infer(Facts facts) throws Unobservable {
    List<ContainerProbe> probes =
        facts.get(new ContainersProbe()).stream()
            .map(ContainerSummary::name)
            .map(ContainerProbe::new)
            .toList();
    facts.prepare(probes);
    return probes.stream()
        .flatMap(probe -> seen(probe, facts).stream())
        .filter(one -> one.mayBe(MeantToRun::isMeantToRun))
        .toList();
  }

  private static Optional<InUse> seen(ContainerProbe probe, Facts facts) {
    try {
      return Optional.of(new InUse(probe.name(), Optional.of(facts.get(probe))));
    } catch (Unobservable failure) {
      return failure.reason() == Unobservable.Reason.NOT_PRESENT
          ? Optional.empty() // it was removed meanwhile
          : Optional.of(new InUse(probe.name(), Optional.empty()));
    }
  }

  private static boolean isMeantToRun(Container container) {
    State state = container.state();
    return switch (state.status()) {
      case RUNNING, PAUSED, RESTARTING, DEAD -> true;
      case REMOVING -> false;
      case CREATED -> !state.error().isEmpty();
      case EXITED -> !state.error().isEmpty() || (isServer(container) && !endedOnRequest(state));
    };
  }

  private static boolean endedOnRequest(State state) {
    return ON_REQUEST.contains(state.exitCode()) && !state.oomKilled();
  }

  /// A job that failed long ago is no fault of the host as it is; a server that ended is.
  private static boolean isServer(Container container) {
    return !container.requested().isEmpty()
        || !NO_RESTART.contains(container.restartPolicy().name());
  }
}
