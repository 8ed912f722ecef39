package dockdiag.testenv.scenario;

import static dockdiag.testenv.DockerHost.ADDRESS;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;

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
}
