package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Swarm;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// The same, by a rule of the other host, which this one does not see.
public final class OverlayBlockedBeyond implements Scenario {

  @Override
  public String description() {
    return "The worker drops 4789/udp, by which the containers' packets come.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("overlay-port-blocked");
  }

  @Override
  public void arrange(DockerHost host) {
    Swarm.pair(host);
    host.neighbour(2).shell("iptables -A INPUT -p udp -m udp --dport 4789 -j DROP");
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
    return "timed-out";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("swarm-node-down", "overlay-peer-missing");
  }

  @Override
  public void mend(DockerHost host) {
    host.neighbour(2).shell("iptables -D INPUT -p udp -m udp --dport 4789 -j DROP");
  }
}
