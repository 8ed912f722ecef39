package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Swarm;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// The containers' packets have a network and a port of their own, and a rule stops them there.
public final class OverlayBlockedApart implements Scenario {

  @Override
  public String description() {
    return "The manager drops 7789/udp, by which the containers' packets come in this swarm.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("overlay-port-blocked");
  }

  @Override
  public void arrange(DockerHost host) {
    Swarm.apart(host);
    Swarm.network(host);
    Swarm.containers(host);
    host.shell("iptables -A INPUT -p udp -m udp --dport 4789 -j DROP"); // which nobody needs here
    host.shell("iptables -A INPUT -d 203.0.113.1 -p udp -m udp --dport 7789 -j DROP");
  }

  @Override
  public Symptom symptom() {
    return Swarm.asked(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "ping shop redis:6379";
  }

  @Override
  public String evidence() {
    return "--dport 7789 -j DROP";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("redis-forgotten");
  }
}
