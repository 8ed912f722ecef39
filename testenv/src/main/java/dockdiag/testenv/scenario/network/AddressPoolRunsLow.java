package dockdiag.testenv.scenario.network;

import dockdiag.testenv.Attempt;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The engine has a subnet for one more network, and a project needs two.
public final class AddressPoolRunsLow implements Scenario {

  @Override
  public String description() {
    return "Fifteen of the engine's sixteen subnets are taken.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(suite)
        .daemonJson("{\"default-address-pools\": [{\"base\": \"10.201.0.0/20\", \"size\": 24}]}");
  }

  @Override
  public void arrange(DockerHost host) {
    host.load(Image.BOX);
    for (int i = 0; i < 14; i++) {
      host.shell("docker network create many-" + i);
      host.shell("docker create --network many-" + i + " lab/box:1");
    }
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.REFUSED, host -> new Attempt(two(host), ""));
  }

  @Override
  public String command() {
    return "networks";
  }

  @Override
  public String evidence() {
    return "10.201.0.0/20 in parts of /24";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("address-pool-exhausted", "addresses-run-low");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("docker rm $(docker ps --all --quiet --filter network=many-13)");
    host.shell("docker network rm many-13");
  }

  /// What the engine says to two more.
  private static Outcome two(DockerHost host) {
    boolean created =
        host.run("sh", "-c", "docker network create one && docker network create two").status()
            == 0;
    host.run("docker", "network", "rm", "one", "two");
    return created ? Outcome.CONNECTED : Outcome.REFUSED;
  }
}
