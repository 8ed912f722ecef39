package dockdiag.testenv.scenario.link;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// One end of a cable is set down.
public final class InterfaceDown implements Scenario {

  @Override
  public String description() {
    return "The host's end of the cable of web is set down.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.arrange(host);
    host.shell("ip link set dev " + Cable.onHost(host, "web") + " down");
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
    return "not UP";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("veth-detached");
  }
}
