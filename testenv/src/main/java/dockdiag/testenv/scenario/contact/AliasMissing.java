package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A Compose service was connected by hand.
public final class AliasMissing implements Scenario {

  @Override
  public String description() {
    return "web is called db on back, and on front, where ask is, it is not.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.network(host, "");
    Pair.ask(host).start();
    host.network("back", "10.20.2.0/24");
    host.container("web").image(Image.WEB).network("back").alias("db").serve(8080);
    host.shell("docker network connect front web");
  }

  @Override
  public Symptom symptom() {
    return Neighbours.named("db", 8080);
  }

  @Override
  public String command() {
    return "ping ask db:8080";
  }

  @Override
  public String evidence() {
    return "web on front is called web";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("no-shared-network", "target-not-running");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell(
        "docker network disconnect front web && docker network connect --alias db front web");
  }
}
