package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Two projects, each on a network of its own.
public final class NoSharedNetwork implements Scenario {

  @Override
  public String description() {
    return "ask is on front, web on back.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.network(host, "");
    Pair.ask(host).start();
    host.network("back", "10.20.2.0/24");
    host.container("web").image(Image.WEB).network("back").serve(8080);
  }

  @Override
  public Symptom symptom() {
    return Neighbours.named("web", 8080);
  }

  @Override
  public String command() {
    return "ping ask web:8080";
  }

  @Override
  public String evidence() {
    return "web is on back";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("alias-missing", "target-not-running");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("docker network connect back ask");
  }
}
