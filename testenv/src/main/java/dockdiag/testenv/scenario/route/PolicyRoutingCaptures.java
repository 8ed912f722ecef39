package dockdiag.testenv.scenario.route;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A VPN sends all that it has not marked into a table of its own.
public final class PolicyRoutingCaptures implements Scenario {

  @Override
  public String description() {
    return "The policy of a VPN takes what is for containers.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.arrange(host);
    host.shell("ip route add default via 198.51.100.2 table 51820");
    host.shell("ip rule add not fwmark 0xca6c table 51820 priority 100");
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
    return "lookup 51820";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("network-unused", "subnet-shadowed");
  }
}
