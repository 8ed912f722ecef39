package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Asked at a port of which nobody knows.
public final class TargetHasNoListener implements Scenario {

  @Override
  public String description() {
    return "web listens on 8081, and ask asks for 8080.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.network(host, "");
    Neighbours.web(host, "8081").serve(8081);
    Pair.ask(host).start();
  }

  @Override
  public Symptom symptom() {
    return Pair.asked(Outcome.REFUSED);
  }

  @Override
  public String command() {
    return "ping ask web:8080";
  }

  @Override
  public String evidence() {
    return "listening: 8081/tcp";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("target-on-loopback", "dependency-not-ready");
  }

  @Override
  public void mend(DockerHost host) {
    Neighbours.anew(host, "8080");
  }
}
