package dockdiag.testenv.scenario.egress;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The way is free, and nobody is there.
public final class RemoteSilent implements Scenario {
  private static final String NOBODY = "192.0.2.81";

  @Override
  public String description() {
    return "Nobody has the address that web asks.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.resolvingBy(host.nameServer(CLIENT)); // the host gets out otherwise
    Outgoing.arrange(host);
  }

  @Override
  public Symptom symptom() {
    return Outgoing.connected(NOBODY, Outgoing.GREETER, Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "egress web " + NOBODY + ":" + Outgoing.GREETER;
  }

  @Override
  public String evidence() {
    return "dropped, dropped";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("egress-dropped", "masquerade-missing");
  }

  @Override
  public void mend(DockerHost host) {
    host.outside("ip", "address", "add", NOBODY + "/32", "dev", "eth0").text();
  }
}
