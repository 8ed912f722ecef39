package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Swarm;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Names are found, and no packet of a container comes back.
public final class OverlayPortBlocked implements Scenario {

  @Override
  public String description() {
    return "The manager drops 4789/udp, by which the containers' packets come.";
  }

  @Override
  public void arrange(DockerHost host) {
    Swarm.pair(host);
    host.shell("iptables -A INPUT -p udp -m udp --dport 4789 -j DROP");
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
    return "-A INPUT -p udp -m udp --dport 4789 -j DROP";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("swarm-node-down", "overlay-peer-missing");
  }
}
