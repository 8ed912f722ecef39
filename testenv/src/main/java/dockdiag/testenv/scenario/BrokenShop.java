package dockdiag.testenv.scenario;

import static dockdiag.testenv.DockerHost.ADDRESS;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import java.util.Optional;

/// The shop with something broken in each of its containers; `dockdiag demo` shows its recording.
public final class BrokenShop implements Scenario {

  @Override
  public String description() {
    return "The shop with something broken in each of its containers.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Shop()
        .change("mysql", c -> c.command("mysqld", "--user=root"))
        .change("order-service", c -> c.health("nc -z 127.0.0.1 18188"))
        .arrange(host);
    host.shell("docker rm --force frontend-1 frontend-2");
    frontend(host, "frontend-1", "80:80");
    frontend(host, "frontend-2", "127.0.0.1:8081:8080");
    host.shell("docker pause redis");
  }

  private static void frontend(DockerHost host, String name, String port) {
    host.container(name).image(Image.WEB).network(Shop.NETWORK).publish(port).start();
    host.fromContainer(name).awaitTcp("127.0.0.1", 8080);
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.REFUSED, host -> host.fromOutside().tcp(ADDRESS, 3306));
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("listener-on-loopback");
  }

  @Override
  public String command() {
    return "ports mysql";
  }

  @Override
  public String evidence() {
    return "LISTEN 127.0.0.1:3306 mysqld (pid 1)";
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("mysql");
    Shop.mysql(host).serve(3306);
  }
}
