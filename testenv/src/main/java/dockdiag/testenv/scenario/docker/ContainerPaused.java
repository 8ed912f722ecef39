package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;
import java.util.Optional;

/// Frozen: its kernel still accepts for it, and nobody answers.
public final class ContainerPaused implements BrokenWebsite {

  @Override
  public String description() {
    return "web is paused.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("container-not-running");
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.docker().pauseContainerCmd("web").exec();
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String evidence() {
    return "State.Status paused";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("listener-backlog-full");
  }
}
