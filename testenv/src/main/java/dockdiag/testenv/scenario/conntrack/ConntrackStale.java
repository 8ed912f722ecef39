package dockdiag.testenv.scenario.conntrack;

import dockdiag.testenv.Attempt;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A client that always sends from one port began before the server's container was there.
public final class ConntrackStale implements Scenario {

  private static final int CLIENT_PORT = 40_000;

  @Override
  public String description() {
    return "A client's datagrams for port 9053 still go where they went before echo was started.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(suite).dockerd("--userland-proxy=false");
  }

  @Override
  public void arrange(DockerHost host) {
    // tracks connections while no container needs it, and remembers them while others are asked
    host.shell(
        "iptables -t raw -A PREROUTING -m conntrack --ctstate INVALID;"
            + " echo 300 > /proc/sys/net/netfilter/nf_conntrack_udp_timeout");
    send(host);
    host.container("echo").image(Image.SOCAT).publish("9053:53/udp").start();
    host.await("echo", () -> host.fromHost().udp(DockerHost.ADDRESS, 9053, "who?").connected());
  }

  private static Attempt send(DockerHost host) {
    return host.fromOutside().udp(CLIENT_PORT, DockerHost.ADDRESS, 9053, "who?");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.TIMED_OUT, ConntrackStale::send);
  }

  @Override
  public String command() {
    return "ports echo --from 198.51.100.2";
  }

  @Override
  public String evidence() {
    return "src=198.51.100.2 sport=40000 dst=198.51.100.1";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("forward-dropped", "dnat-rule-missing");
  }
}
