package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The server was stopped.
public final class TargetNotRunning implements Scenario {

  @Override
  public String description() {
    return "web, whom ask asks, was stopped.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.arrange(host);
    host.shell("docker stop web");
  }

  @Override
  public Symptom symptom() {
    return Neighbours.named("web", 8080);
  }

  @Override
  public String command() {
    return "ping ask web:8080";
  }

  @Override
  public String evidence() {
    return "State.Status exited";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("no-shared-network", "alias-missing");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("docker start web");
    host.fromContainer("web").awaitListening(8080);
  }
}
