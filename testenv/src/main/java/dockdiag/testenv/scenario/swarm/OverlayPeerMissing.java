package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.Lan;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Swarm;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A node that has forgotten where a container of the other node is.
public final class OverlayPeerMissing implements Scenario {

  @Override
  public String description() {
    return "The manager's end of the overlay network has lost its entry for the container redis.";
  }

  @Override
  public void arrange(DockerHost host) {
    Swarm.pair(host);
    String id = host.shell("docker network inspect --format '{{.Id}}' " + Swarm.NETWORK);
    String inside = "nsenter --net=/run/docker/netns/1-" + id.substring(0, 10) + " ";
    String mac =
        host.shell(inside + "ip neigh show " + Swarm.REDIS + " | grep -o '..:..:..:..:..:..'")
            .strip();
    host.shell(inside + "bridge fdb del " + mac + " dev vxlan0 dst " + Lan.address(2));
  }

  @Override
  public Symptom symptom() {
    return Swarm.asked(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "swarm";
  }

  @Override
  public String evidence() {
    return "leads to nothing";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("overlay-port-blocked", "swarm-node-down");
  }
}
