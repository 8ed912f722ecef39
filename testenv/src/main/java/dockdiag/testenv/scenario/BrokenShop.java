package dockdiag.testenv.scenario;

import static dockdiag.testenv.DockerHost.ADDRESS;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;

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
}
