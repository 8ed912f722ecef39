package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A VPN client took the address away.
public final class NeighbourFailed implements Scenario {

  @Override
  public String description() {
    return "web no longer has the address that the engine gave it.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.arrange(host);
    String pid = host.shell("docker inspect --format '{{.State.Pid}}' web").strip();
    host.shell("nsenter --target " + pid + " --net ip address del " + Pair.WEB + "/24 dev eth0");
  }

  @Override
  public Symptom symptom() {
    return Pair.asked(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "ping ask web:8080";
  }

  @Override
  public String evidence() {
    return "eth0: nothing";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("neighbour-stale", "veth-detached");
  }
}
