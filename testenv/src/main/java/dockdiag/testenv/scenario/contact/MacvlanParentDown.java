package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Somebody set the interface down.
public final class MacvlanParentDown implements Scenario {

  @Override
  public String description() {
    return "web and ask are on a macvlan network, and its parent is down.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.shell("ip link add lan0 type veth peer name lan1");
    host.shell("ip link set dev lan0 up && ip link set dev lan1 up");
    Neighbours.onMacvlan(host, "lan0", "--subnet 10.20.7.0/24");
    host.shell("ip link set dev lan0 down");
  }

  @Override
  public Symptom symptom() {
    return Neighbours.asked(Outcome.TIMED_OUT, "lan");
  }

  @Override
  public String command() {
    return "ping ask web:8080";
  }

  @Override
  public String evidence() {
    return "lan0: not UP";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("neighbour-failed", "macvlan-host-isolation");
  }
}
