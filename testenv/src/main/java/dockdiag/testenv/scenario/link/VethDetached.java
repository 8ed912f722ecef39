package dockdiag.testenv.scenario.link;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A network manager took the port out of its bridge.
public final class VethDetached implements Scenario {

  @Override
  public String description() {
    return "The cable of web is plugged into no bridge.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.arrange(host);
    host.shell("ip link set dev " + Cable.onHost(host, "web") + " nomaster");
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
    return "no master";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("bridge-down", "duplicate-mac");
  }
}
