package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The host asks what lies on top of its own interface.
public final class MacvlanHostIsolation implements Scenario {

  @Override
  public String description() {
    return "web is on a macvlan network on eth0, and the host asks it.";
  }

  @Override
  public void arrange(DockerHost host) {
    Neighbours.onMacvlan(host, "eth0", "--subnet 198.51.100.0/24 --ip-range 198.51.100.64/28");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(
        Outcome.TIMED_OUT,
        host -> host.fromHost().http(Neighbours.address(host, "web", "lan"), 8080));
  }

  @Override
  public String command() {
    return "ping host web:8080";
  }

  @Override
  public String evidence() {
    return "lan: driver macvlan, parent eth0";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("bridge-filtered", "macvlan-parent-down");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("ip link add to-containers link eth0 type macvlan mode bridge");
    host.shell("ip link set dev to-containers up");
    String web = Neighbours.address(host, "web", "lan");
    host.shell("ip route add " + web + "/32 dev to-containers");
    host.await("the way", () -> host.fromHost().http(web, 8080).connected());
  }
}
