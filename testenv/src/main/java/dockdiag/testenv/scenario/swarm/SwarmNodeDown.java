package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Swarm;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A node whose engine does not run.
public final class SwarmNodeDown implements Scenario {

  @Override
  public String description() {
    return "The worker's engine is stopped.";
  }

  @Override
  public void arrange(DockerHost host) {
    Swarm.pair(host);
    host.neighbour(2).stopEngine();
    Swarm.awaitShell(host, "docker node ls | grep -q Down");
  }

  @Override
  public Symptom symptom() {
    return Swarm.asked(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "swarm";
  }

  @Override
  public String evidence() {
    return "refused";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("overlay-port-blocked", "management-blocked");
  }

  @Override
  public void mend(DockerHost host) {
    host.neighbour(2).startEngine();
    Swarm.awaitShell(host, "! docker node ls | grep -q Down");
    Swarm.found(host);
  }
}
