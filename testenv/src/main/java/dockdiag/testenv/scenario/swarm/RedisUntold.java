package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// A container no longer finds the name of one on the next host.
public final class RedisUntold implements Scenario {

  private final Scenario untold = new GossipBlocked();

  @Override
  public String description() {
    return untold.description();
  }

  @Override
  public Optional<String> diagnosis() {
    return untold.diagnosis();
  }

  @Override
  public void arrange(DockerHost host) {
    untold.arrange(host);
  }

  @Override
  public Symptom symptom() {
    return untold.symptom();
  }

  @Override
  public String command() {
    return "ping shop redis:6379";
  }

  @Override
  public String evidence() {
    return untold.evidence();
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("redis-forgotten");
  }
}
