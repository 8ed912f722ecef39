package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Swarm;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// One manager of three is left.
public final class SwarmNoQuorum implements Scenario {

  @Override
  public String description() {
    return "The engines of two managers of three are stopped.";
  }

  @Override
  public void arrange(DockerHost host) {
    Swarm.join(host, "manager");
    Swarm.join(host, "manager");
    host.neighbour(2).stopEngine();
    host.neighbour(3).stopEngine();
    Swarm.awaitShell(host, "docker node ls 2>&1 | grep -q leader");
  }

  @Override
  public Symptom symptom() {
    return Symptom.fails("docker", "node", "ls");
  }

  @Override
  public String command() {
    return "swarm";
  }

  @Override
  public String evidence() {
    return "does not have a leader";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("overlay-not-attachable");
  }

  @Override
  public void mend(DockerHost host) {
    host.neighbour(2).startEngine();
    host.neighbour(3).startEngine();
    Swarm.awaitShell(host, "docker node ls && ! docker node ls | grep -q Down");
  }
}
