package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The port that works from outside.
public final class HostPortUsedBetweenContainers implements Scenario {

  @Override
  public String description() {
    return "web serves 8080, published as 18080, and ask asks it at 18080.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.network(host, "");
    Pair.web(host).publish("18080:8080").serve(8080);
    Pair.ask(host).start();
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.REFUSED, host -> host.fromContainer("ask").http(Pair.WEB, 18080));
  }

  @Override
  public String command() {
    return "ping ask web:18080";
  }

  @Override
  public String evidence() {
    return "18080/tcp leads to 8080/tcp";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("target-has-no-listener", "target-on-loopback");
  }

  @Override
  public void mend(DockerHost host) {
    Neighbours.anew(host, "18080");
  }
}
