package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A name that leads back to the asking container.
public final class LocalhostMeansSelf implements Scenario {

  @Override
  public String description() {
    return "web was started with --add-host db:127.0.0.1, and the database is elsewhere.";
  }

  @Override
  public void arrange(DockerHost host) {
    Asking.network(host);
    Asking.web(host).with((command, settings) -> settings.withExtraHosts("db:127.0.0.1")).start();
  }

  @Override
  public Symptom symptom() {
    return Asking.connected("db", Outcome.REFUSED);
  }

  @Override
  public String command() {
    return "dns web db";
  }

  @Override
  public String evidence() {
    return "127.0.0.1 db";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("hosts-file-override", "name-not-found");
  }

  @Override
  public void mend(DockerHost host) {
    Asking.anew(host);
    Asking.server(host, "db").serve(8080);
  }
}
