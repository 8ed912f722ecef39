package dockdiag.testenv.scenario.firewall;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A database is published on all addresses of the host.
public final class PublishedToTheWorld implements BrokenWebsite {

  @Override
  public String description() {
    return "redis, without a password, is published on all addresses of the host.";
  }

  @Override
  public void arrange(DockerHost host) {
    redis(host, "6379:6379");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.CONNECTED, host -> host.fromHost().tcp("127.0.0.1", 6379));
  }

  @Override
  public String command() {
    return "firewall";
  }

  @Override
  public String evidence() {
    return "redis 0.0.0.0:6379->6379/tcp";
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("redis");
    redis(host, "127.0.0.1:6379:6379");
  }

  private static void redis(DockerHost host, String port) {
    host.container("redis")
        .image(Image.REDIS)
        .command("redis-server", "--bind", "0.0.0.0", "--protected-mode", "no")
        .publish(port)
        .serve(6379);
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("website");
  }
}
