package dockdiag.testenv.scenario.egress;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Something in the container took its default route away.
public final class NoDefaultRoute implements Scenario {

  @Override
  public String description() {
    return "web has no default route.";
  }

  @Override
  public void arrange(DockerHost host) {
    Outgoing.arrange(host);
    Outgoing.inWeb(host, "ip route del default");
  }

  @Override
  public Symptom symptom() {
    return Outgoing.greeted(Outcome.UNREACHABLE);
  }

  @Override
  public String command() {
    return Outgoing.COMMAND;
  }

  @Override
  public String evidence() {
    return "no route to 198.51.100.2";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("host-has-no-egress");
  }
}
