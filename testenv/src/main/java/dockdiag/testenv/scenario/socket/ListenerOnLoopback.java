package dockdiag.testenv.scenario.socket;

import static dockdiag.testenv.DockerHost.ADDRESS;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Shop;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// MySQL as Debian configures it: `bind-address = 127.0.0.1` within the container.
public final class ListenerOnLoopback implements Scenario {

  @Override
  public String description() {
    return "mysql's port 3306 is published, and mysqld listens on 127.0.0.1 alone.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Shop().change("mysql", c -> c.command("mysqld", "--user=root")).arrange(host);
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.REFUSED, host -> host.fromOutside().tcp(ADDRESS, 3306));
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
  public List<String> lookAlikes() {
    return List.of("no-listener", "published-wrong-container-port", "listener-on-other-address");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("mysql");
    Shop.mysql(host).serve(3306);
  }
}
