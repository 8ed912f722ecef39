package dockdiag.testenv.scenario.reach;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.NewContainer;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.Optional;

/// Redis without a password: it takes nobody from outside its container.
public final class RedisProtected implements Scenario {

  @Override
  public String description() {
    return "redis listens on all addresses, has no password, and runs in protected mode.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("application-refuses");
  }

  @Override
  public void arrange(DockerHost host) {
    redis(host).command("redis-server", "--bind", "0.0.0.0").serve(6379);
  }

  @Override
  public Symptom symptom() {
    return ApplicationRefuses.turnedAway(6379, "-DENIED");
  }

  @Override
  public String command() {
    return "ports redis";
  }

  @Override
  public String evidence() {
    return "Redis is running in protected mode";
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("redis");
    redis(host).command("redis-server", "--bind", "0.0.0.0", "--protected-mode", "no").serve(6379);
  }

  private static NewContainer redis(DockerHost host) {
    return host.container("redis").image(Image.REDIS).publish("6379:6379");
  }
}
