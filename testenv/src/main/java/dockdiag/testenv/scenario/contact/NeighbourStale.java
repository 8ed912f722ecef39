package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A tool wrote an entry for good.
public final class NeighbourStale implements Scenario {

  @Override
  public String description() {
    return "ask holds an Ethernet address for web that web does not have.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.arrange(host);
    String pid = host.shell("docker inspect --format '{{.State.Pid}}' ask").strip();
    String entry = Pair.WEB + " lladdr 02:42:0a:14:01:99 dev eth0 nud permanent";
    host.shell("nsenter --target " + pid + " --net /usr/sbin/ip neigh replace " + entry);
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
    return "lladdr 02:42:0a:14:01:99 PERMANENT";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("neighbour-failed", "bridge-filtered");
  }
}
