package dockdiag.testenv.scenario.egress;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The way is free, and the service is not there.
public final class RemoteRefuses implements Scenario {
  private static final int PORT = 7001;

  @Override
  public String description() {
    return "Nobody listens on port 7001 of the outside client.";
  }

  @Override
  public void arrange(DockerHost host) {
    Outgoing.arrange(host);
  }

  @Override
  public Symptom symptom() {
    return Outgoing.connected(CLIENT, PORT, Outcome.REFUSED);
  }

  @Override
  public String command() {
    return "egress web " + CLIENT + ":" + PORT;
  }

  @Override
  public String evidence() {
    return "refused";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("egress-rejected");
  }

  @Override
  public void mend(DockerHost host) {
    host.fromOutside().greet(PORT);
  }
}
