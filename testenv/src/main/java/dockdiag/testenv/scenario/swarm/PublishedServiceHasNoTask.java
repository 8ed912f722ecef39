package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// The port of a service does not answer, and there is no container to ask about.
public final class PublishedServiceHasNoTask implements Scenario {

  private final Scenario idle = new ServiceHasNoTask();

  @Override
  public String description() {
    return idle.description();
  }

  @Override
  public Optional<String> diagnosis() {
    return idle.diagnosis();
  }

  @Override
  public void arrange(DockerHost host) {
    idle.arrange(host);
  }

  @Override
  public Symptom symptom() {
    return idle.symptom();
  }

  @Override
  public String command() {
    return "ports web";
  }

  @Override
  public String evidence() {
    return idle.evidence();
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("no-listener");
  }

  @Override
  public void mend(DockerHost host) {
    idle.mend(host);
  }
}
