package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// A container finds the name of a service, and does not reach it.
public final class ServiceUnreached implements Scenario {

  private final Scenario unbalanced = new VipWithoutIpvs();

  @Override
  public String description() {
    return unbalanced.description();
  }

  @Override
  public Optional<String> diagnosis() {
    return unbalanced.diagnosis();
  }

  @Override
  public void arrange(DockerHost host) {
    unbalanced.arrange(host);
  }

  @Override
  public Symptom symptom() {
    return unbalanced.symptom();
  }

  @Override
  public String command() {
    return "ping shop web:8080";
  }

  @Override
  public String evidence() {
    return unbalanced.evidence();
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("service-has-no-task");
  }

  @Override
  public void mend(DockerHost host) {
    unbalanced.mend(host);
  }
}
