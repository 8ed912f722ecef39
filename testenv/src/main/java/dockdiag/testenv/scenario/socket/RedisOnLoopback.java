package dockdiag.testenv.scenario.socket;

import static dockdiag.testenv.DockerHost.ADDRESS;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.NewContainer;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// Redis as Debian configures it: `bind 127.0.0.1 -::1` within the container.
public final class RedisOnLoopback implements Scenario {

  @Override
  public String description() {
    return "redis's port 6379 is published, and redis-server listens on the loopback alone.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("listener-on-loopback");
  }

  @Override
  public void arrange(DockerHost host) {
    redis(host).serve(6379);
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.REFUSED, host -> host.fromOutside().tcp(ADDRESS, 6379));
  }

  @Override
  public String command() {
    return "ports redis";
  }

  @Override
  public String evidence() {
    return "LISTEN 127.0.0.1:6379 redis-server (pid 1)";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("no-listener");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("redis");
    redis(host)
        .command("redis-server", "--bind", "0.0.0.0", "--protected-mode", "no", "--logfile", "")
        .serve(6379);
  }

  private static NewContainer redis(DockerHost host) {
    return host.container("redis").image(Image.REDIS).publish("6379:6379");
  }
}
