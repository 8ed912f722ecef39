package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Two containers as `docker run` makes them, without a network of their own.
public final class DefaultBridgeHasNoNames implements Scenario {

  @Override
  public String description() {
    return "web and db are on the default bridge, and web asks for db.";
  }

  @Override
  public void arrange(DockerHost host) {
    Asking.network(host);
    Asking.idle(host).start();
    host.container("db").image(Image.WEB).serve(8080);
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
    return "networks: bridge";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("name-not-found", "name-on-unshared-network");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("docker network connect alpha web && docker network connect alpha db");
  }
}
