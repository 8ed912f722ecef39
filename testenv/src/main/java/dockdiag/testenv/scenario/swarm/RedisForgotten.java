package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// A container finds the name of one on the next host, and its own host knows no way there.
public final class RedisForgotten implements Scenario {

  private final Scenario forgotten = new OverlayPeerMissing();

  @Override
  public String description() {
    return forgotten.description();
  }

  @Override
  public Optional<String> diagnosis() {
    return forgotten.diagnosis();
  }

  @Override
  public void arrange(DockerHost host) {
    forgotten.arrange(host);
  }

  @Override
  public Symptom symptom() {
    return forgotten.symptom();
  }

  @Override
  public String command() {
    return "ping shop redis:6379";
  }

  @Override
  public String evidence() {
    return forgotten.evidence();
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("redis-unreached", "redis-untold");
  }
}
