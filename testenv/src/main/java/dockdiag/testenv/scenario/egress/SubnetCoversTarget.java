package dockdiag.testenv.scenario.egress;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// Somebody outside has an address that the host takes to be on a network of the engine's.
public final class SubnetCoversTarget implements Scenario {

  private static final String AWAY = "10.20.1.50";

  @Override
  public String description() {
    return "The network of web covers the address outside that web asks.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("subnet-overlap");
  }

  @Override
  public void arrange(DockerHost host) {
    host.outside("ip", "address", "add", AWAY + "/32", "dev", "eth0").text();
    Outgoing.arrange(host);
  }

  @Override
  public Symptom symptom() {
    return Outgoing.connected(AWAY, Outgoing.GREETER, Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "egress web " + AWAY + ":" + Outgoing.GREETER;
  }

  @Override
  public String evidence() {
    return "no container has 10.20.1.50";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("remote-silent", "egress-dropped");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("web");
    host.shell("docker network rm front; docker network create --subnet 10.99.1.0/24 front");
    host.container("web").image(Image.WEB).network("front").serve(8080);
  }
}
