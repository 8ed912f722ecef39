package dockdiag.testenv.scenario.network;

import dockdiag.testenv.Attempt;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// As many networks as the engine has subnets for.
public final class AddressPoolExhausted implements Scenario {

  @Override
  public String description() {
    return "Thirty networks have taken every subnet of the engine's pools.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.load(Image.BOX);
    for (int i = 0; i < 30; i++) {
      host.shell("docker network create many-" + i);
      host.shell("docker create --network many-" + i + " lab/box:1");
    }
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.REFUSED, host -> new Attempt(another(host), ""));
  }

  @Override
  public String command() {
    return "networks";
  }

  @Override
  public String evidence() {
    return "172.17.0.0/16";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("duplicate-network-name");
  }

  /// One is left then.
  @Override
  public List<String> notes() {
    return List.of("address-pool-runs-low");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("docker rm $(docker ps --all --quiet --filter network=many-29)");
    host.shell("docker network rm many-29");
  }

  /// What the engine says to one more.
  private static Outcome another(DockerHost host) {
    if (host.run("docker", "network", "create", "one-more").status() != 0) {
      return Outcome.REFUSED;
    }
    host.shell("docker network rm one-more");
    return Outcome.CONNECTED;
  }
}
