package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A network that keeps its containers apart.
public final class IccDisabled implements Scenario {

  @Override
  public String description() {
    return "front was made with enable_icc=false.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.arrange(host, "--opt com.docker.network.bridge.enable_icc=false");
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
    return "enable_icc=false";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("bridge-filtered", "no-shared-network-by-address");
  }
}
