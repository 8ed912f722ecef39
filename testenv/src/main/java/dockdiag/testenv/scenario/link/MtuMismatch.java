package dockdiag.testenv.scenario.link;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// One container sends packets that are larger than the other takes.
public final class MtuMismatch implements Scenario {

  @Override
  public String description() {
    return "ask has an MTU of 9000, the others of its network 1500.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.network(host, "");
    echo(host);
    Pair.ask(host).start();
    Cable.inside(host, "ask", "ip link set dev eth0 mtu 9000");
  }

  @Override
  public Symptom symptom() {
    return Symptom.large(Outcome.TIMED_OUT, "ask", Pair.WEB);
  }

  @Override
  public String command() {
    return "networks front";
  }

  @Override
  public String evidence() {
    return "mtu 9000";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("jumbo-not-carried");
  }

  /// Whatever is sent to its port 53 comes back.
  static void echo(DockerHost host) {
    host.container("echo").image(Image.SOCAT).network(Pair.NETWORK).address(Pair.WEB).start();
    host.await("echo", () -> host.fromHost().udp(Pair.WEB, 53, "who?").connected());
  }
}
