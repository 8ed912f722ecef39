package dockdiag.testenv.scenario.egress;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A network that is internal, and a container that is to get out.
public final class InternalNetworkNoEgress implements Scenario {

  @Override
  public String description() {
    return "web is on an internal network alone.";
  }

  @Override
  public void arrange(DockerHost host) {
    Outgoing.arrange(host, "--internal");
  }

  @Override
  public Symptom symptom() {
    return Outgoing.greeted(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return Outgoing.COMMAND;
  }

  @Override
  public String evidence() {
    return "Internal true: front";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("egress-dropped", "masquerade-missing");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("docker network connect bridge web");
  }
}
