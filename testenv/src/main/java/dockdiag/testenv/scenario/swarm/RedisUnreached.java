package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Swarm;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// A container finds the name of one on the next host, and does not reach it.
public final class RedisUnreached implements Scenario {

  @Override
  public String description() {
    return "The manager drops 4789/udp, so that shop does not reach redis on the worker.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("overlay-port-blocked");
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
    return "ping shop redis:6379";
  }

  @Override
  public String evidence() {
    return "-A INPUT -p udp -m udp --dport 4789 -j DROP";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("redis-forgotten");
  }
}
