package dockdiag.testenv.scenario.egress;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Nothing is wrong with Docker: the host itself has no way there.
public final class HostHasNoEgress implements Scenario {
  private static final String AWAY = "192.0.2.80";

  @Override
  public String description() {
    return "The host has lost its default route.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.outside("ip", "address", "add", AWAY + "/32", "dev", "eth0").text();
    Outgoing.arrange(host);
    host.shell("ip route del default");
  }

  @Override
  public Symptom symptom() {
    return Outgoing.connected(AWAY, Outgoing.GREETER, Outcome.UNREACHABLE);
  }

  @Override
  public String command() {
    return "egress web " + AWAY + ":" + Outgoing.GREETER;
  }

  @Override
  public String evidence() {
    return "no route to 192.0.2.80";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("no-default-route");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("ip route add default via 198.51.100.2");
  }
}
