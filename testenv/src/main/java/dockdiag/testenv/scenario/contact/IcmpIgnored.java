package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Somebody hardened the container.
public final class IcmpIgnored implements Scenario {

  @Override
  public String description() {
    return "web leaves pings without a reply.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.arrange(host);
    host.shell(
        "nsenter --target $(docker inspect --format '{{.State.Pid}}' web) --net sysctl -w"
            + " net.ipv4.icmp_echo_ignore_all=1");
  }

  @Override
  public Symptom symptom() {
    return Symptom.pinged(Outcome.TIMED_OUT, "docker exec ask", Pair.WEB);
  }

  @Override
  public String command() {
    return "ping ask web";
  }

  @Override
  public String evidence() {
    return "net.ipv4.icmp_echo_ignore_all = 1";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("icc-disabled", "neighbour-failed");
  }
}
