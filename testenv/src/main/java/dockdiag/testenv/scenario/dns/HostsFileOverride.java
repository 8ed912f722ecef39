package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A line of the hosts file outlived the address.
public final class HostsFileOverride implements Scenario {

  @Override
  public String description() {
    return "web was started with --add-host db:10.6.1.99, and db is elsewhere by now.";
  }

  @Override
  public void arrange(DockerHost host) {
    Asking.network(host);
    Asking.web(host).with((command, settings) -> settings.withExtraHosts("db:10.6.1.99")).start();
    Asking.server(host, "db").serve(8080);
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
    return "10.6.1.99 db";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("localhost-means-self", "name-not-found");
  }

  @Override
  public void mend(DockerHost host) {
    Asking.anew(host);
  }
}
