package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A rule that thinks of the outside.
public final class BridgeFiltered implements Scenario {

  @Override
  public String description() {
    return "A rule in DOCKER-USER drops what ask sends to web over the bridge.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.arrange(host);
    host.shell("iptables -I DOCKER-USER -p tcp -m tcp --dport 8080 -j DROP");
  }

  @Override
  public Symptom symptom() {
    return Pair.asked(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "ping ask web:8080";
  }

  @Override
  public String evidence() {
    return "-A DOCKER-USER -p tcp -m tcp --dport 8080 -j DROP";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("icc-disabled", "neighbour-stale");
  }
}
