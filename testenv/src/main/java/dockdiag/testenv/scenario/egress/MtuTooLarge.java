package dockdiag.testenv.scenario.egress;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The uplink takes smaller packets than the container sends, and a rule keeps that from it.
public final class MtuTooLarge implements Scenario {

  /// Larger than a packet, and no larger than what a socket keeps to send.
  private static final String LARGE = "GET / HTTP/1.0\r\nX: " + "x".repeat(20_000) + "\r\n\r\n";

  @Override
  public String description() {
    return "The host's uplink takes 1400 bytes, web sends 1500 and is not told.";
  }

  @Override
  public void arrange(DockerHost host) {
    Outgoing.arrange(host);
    host.shell("ip link set dev eth0 mtu 1400");
    host.shell("iptables -I OUTPUT -p icmp --icmp-type fragmentation-needed -j DROP");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(
        Outcome.TIMED_OUT, host -> host.fromContainer("web").tcp(CLIENT, Outgoing.PAGE, LARGE));
  }

  @Override
  public String command() {
    return "egress web " + CLIENT + ":" + Outgoing.PAGE;
  }

  @Override
  public String evidence() {
    return "eth0: mtu 1500";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("remote-silent", "egress-dropped");
  }
}
