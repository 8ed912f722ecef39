package dockdiag.testenv.scenario.link;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Somebody, or a network manager, set the bridge down.
public final class BridgeDown implements Scenario {

  @Override
  public String description() {
    return "The bridge of the network front is set down.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.arrange(host);
    host.shell("ip link set dev br-front down");
  }

  @Override
  public Symptom symptom() {
    return Pair.asked(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "networks front";
  }

  @Override
  public String evidence() {
    return "br-front: not UP";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("veth-detached", "interface-down");
  }
}
