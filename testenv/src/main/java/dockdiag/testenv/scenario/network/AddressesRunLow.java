package dockdiag.testenv.scenario.network;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// As many containers as the network has addresses for.
public final class AddressesRunLow implements Scenario {

  private static final int ADDRESSES = 16;

  @Override
  public String description() {
    return "The network front gives 16 addresses, and 16 containers have them.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.arrange(host, "--ip-range 10.20.1.0/28");
    // of the range, the network itself, its gateway and the pair have four
    for (int i = 0; i < ADDRESSES - 4; i++) {
      host.shell("docker run --detach --network front --name more-" + i + " lab/box:1 sleep 9999");
    }
  }

  @Override
  public Symptom symptom() {
    return Symptom.fails("docker", "run", "--rm", "--network", Pair.NETWORK, "lab/box:1", "true");
  }

  @Override
  public String command() {
    return "networks front";
  }

  @Override
  public String evidence() {
    return "14 addresses of 10.20.1.0/28";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("address-pool-exhausted", "address-pool-runs-low");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("docker rm --force more-0 more-1 more-2");
  }
}
