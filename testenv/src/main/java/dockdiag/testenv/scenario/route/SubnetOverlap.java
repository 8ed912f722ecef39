package dockdiag.testenv.scenario.route;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The engine's network lies in the range of a VPN.
public final class SubnetOverlap implements Scenario {

  @Override
  public String description() {
    return "The network front covers an address beyond a VPN.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.outside("ip", "address", "add", "10.20.1.50/32", "dev", "eth0").text();
    host.shell("ip route add 10.20.0.0/16 via 198.51.100.2");
    Pair.arrange(host);
  }

  @Override
  public Symptom symptom() {
    return Symptom.pinged(Outcome.TIMED_OUT, "", "10.20.1.50");
  }

  @Override
  public String command() {
    return "networks front";
  }

  @Override
  public String evidence() {
    return "10.20.0.0/16 dev eth0";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("gateway-ambiguous");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("web");
    host.remove("ask");
    host.shell("docker network rm front; docker network create --subnet 10.99.1.0/24 front");
    host.container("web").image(Image.WEB).network("front").serve(8080);
  }
}
