package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Swarm;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// A node that nobody reaches.
public final class NodeCutOff implements Scenario {

  @Override
  public String description() {
    return "The worker's cable is pulled.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("swarm-node-down");
  }

  @Override
  public void arrange(DockerHost host) {
    Swarm.pair(host);
    host.neighbour(2).shell("ip link set dev lan2 down");
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
    return "heartbeat failure";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("overlay-port-blocked", "overlay-blocked-beyond");
  }

  @Override
  public void mend(DockerHost host) {
    host.neighbour(2).shell("ip link set dev lan2 up");
    Swarm.awaitShell(host, "! docker node ls | grep -q Down");
    Swarm.found(host);
  }
}
