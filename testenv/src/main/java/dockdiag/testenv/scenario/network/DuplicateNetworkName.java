package dockdiag.testenv.scenario.network;

import dockdiag.testenv.Attempt;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Two networks of one name, as compose files and races made them before engine 25.
public final class DuplicateNetworkName implements Scenario {

  @Override
  public String description() {
    return "There are two networks called front.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.arrange(host);
    host.docker().createNetworkCmd().withName(Pair.NETWORK).withCheckDuplicate(false).exec();
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.REFUSED, host -> new Attempt(started(host), ""));
  }

  @Override
  public String command() {
    return "networks front";
  }

  @Override
  public String evidence() {
    return "(nothing)";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("address-pool-exhausted");
  }

  /// What the engine says to one more container of that network.
  private static Outcome started(DockerHost host) {
    int status =
        host.run("docker", "run", "--rm", "--network", Pair.NETWORK, "lab/box:1", "true").status();
    return status == 0 ? Outcome.CONNECTED : Outcome.REFUSED;
  }
}
