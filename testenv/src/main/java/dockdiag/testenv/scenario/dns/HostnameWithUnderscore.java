package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A name that DNS takes and programs do not.
public final class HostnameWithUnderscore implements Scenario {

  @Override
  public String description() {
    return "web asks for my_db, an alias of db.";
  }

  @Override
  public void arrange(DockerHost host) {
    Asking.arrange(host);
    Asking.server(host, "db").alias("my_db").serve(8080);
  }

  @Override
  public Symptom symptom() {
    return Asking.asked("my_db", Outcome.CONNECTED);
  }

  @Override
  public String command() {
    return "dns web my_db";
  }

  @Override
  public String evidence() {
    return "NOERROR 10.6.1.";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("resolv-conf-stale");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell(
        "docker network disconnect alpha db &&"
            + " docker network connect --alias my_db --alias my-db alpha db");
  }
}
