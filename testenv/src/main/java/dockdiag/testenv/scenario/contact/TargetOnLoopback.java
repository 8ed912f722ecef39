package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A server that was meant for itself.
public final class TargetOnLoopback implements Scenario {

  @Override
  public String description() {
    return "web listens on 127.0.0.1 alone.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.network(host, "");
    Neighbours.web(host, "127.0.0.1:8080").serve(8080);
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
    return "LISTEN 127.0.0.1:8080";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("target-has-no-listener", "host-port-used-between-containers");
  }

  @Override
  public void mend(DockerHost host) {
    Neighbours.anew(host, "8080");
  }
}
