package dockdiag.testenv.scenario.route;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.Optional;

/// A VPN came up whose range lies in the engine's network.
public final class SubnetShadowed implements Scenario {

  @Override
  public String description() {
    return "A route of a VPN takes a part of the network front.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("subnet-overlap");
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.arrange(host);
    host.shell("ip route add 10.20.1.8/29 via 198.51.100.2");
  }

  @Override
  public Symptom symptom() {
    return Pair.askedByHost(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "networks front";
  }

  @Override
  public String evidence() {
    return "10.20.1.8/29 dev eth0";
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("ip route del 10.20.1.8/29");
  }
}
