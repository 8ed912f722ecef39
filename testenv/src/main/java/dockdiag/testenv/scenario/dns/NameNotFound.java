package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A letter is missing in the name.
public final class NameNotFound implements Scenario {

  @Override
  public String description() {
    return "web asks for databse, and the container is called database.";
  }

  @Override
  public void arrange(DockerHost host) {
    Asking.arrange(host);
    Asking.server(host, "database").serve(8080);
  }

  @Override
  public Symptom symptom() {
    return Asking.asked("databse", Outcome.REFUSED);
  }

  @Override
  public String command() {
    return "dns web databse";
  }

  @Override
  public String evidence() {
    return "the nearest name there: database";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("name-on-unshared-network", "default-bridge-has-no-names");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell(
        "docker network disconnect alpha database &&"
            + " docker network connect --alias databse alpha database");
  }
}
