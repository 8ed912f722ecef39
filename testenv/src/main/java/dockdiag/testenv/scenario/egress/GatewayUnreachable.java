package dockdiag.testenv.scenario.egress;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A network manager took the address from the bridge.
public final class GatewayUnreachable implements Scenario {

  @Override
  public String description() {
    return "The bridge of web's network has lost its address.";
  }

  @Override
  public void arrange(DockerHost host) {
    Outgoing.arrange(host);
    host.shell("ip address flush dev br-front");
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
    return "br-front: ";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("egress-dropped", "masquerade-missing");
  }
}
