package dockdiag.testenv.scenario.network;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.Optional;

/// A container took the address of another, as keepalived does with the wrong number.
public final class AddressTakenByNeighbour implements Scenario {

  @Override
  public String description() {
    return "ask has taken the address of web.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("address-conflict");
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.arrange(host);
    host.shell(inside(host) + "ip address add " + Pair.WEB + "/24 dev eth0");
  }

  @Override
  public Symptom symptom() {
    return Pair.asked(Outcome.REFUSED);
  }

  @Override
  public String command() {
    return "networks front";
  }

  @Override
  public String evidence() {
    return "eth0: 10.20.1.10";
  }

  @Override
  public void mend(DockerHost host) {
    host.shell(inside(host) + "ip address del " + Pair.WEB + "/24 dev eth0");
  }

  private static String inside(DockerHost host) {
    String pid = host.shell("docker inspect --format '{{.State.Pid}}' ask").strip();
    return "nsenter --target " + pid + " --net ";
  }
}
