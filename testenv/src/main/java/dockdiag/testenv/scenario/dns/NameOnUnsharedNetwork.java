package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Two projects, each on a network of its own.
public final class NameOnUnsharedNetwork implements Scenario {

  @Override
  public String description() {
    return "web is on alpha, db is on beta, and web asks for db.";
  }

  @Override
  public void arrange(DockerHost host) {
    Asking.arrange(host);
    host.network("beta", "10.6.2.0/24");
    Asking.server(host, "db").network("beta").serve(8080);
  }

  @Override
  public Symptom symptom() {
    return Asking.asked("db", Outcome.REFUSED);
  }

  @Override
  public String command() {
    return "dns web db";
  }

  @Override
  public String evidence() {
    return "db bears db on beta";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("name-not-found", "default-bridge-has-no-names");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("docker network connect beta web");
  }
}
