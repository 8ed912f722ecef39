package dockdiag.testenv.scenario.route;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A container is asked on the LAN and answers through the host, which does not take that.
public final class GatewayOfOtherNetwork implements Scenario {

  @Override
  public String description() {
    return "web is asked at its macvlan address and answers by the gateway of back.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.shell(
        "docker network create --driver macvlan --opt parent=eth0 --subnet 198.51.100.0/24"
            + " --ip-range 198.51.100.64/27 --gateway 198.51.100.2 lan");
    host.shell("docker network create --opt com.docker.network.bridge.name=br-back back");
    host.container("web").image(Image.WEB).network("lan").address(WEB).serve(8080);
    host.shell("docker network connect back web");
    host.shell("sysctl -w net.ipv4.conf.br-back.rp_filter=1");
    host.outside("ip", "address", "add", "203.0.113.9/32", "dev", "eth0").text();
    host.outside("ip", "route", "add", WEB, "dev", "eth0", "src", "203.0.113.9").text();
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.TIMED_OUT, host -> host.fromOutside().http(WEB, 8080));
  }

  @Override
  public String command() {
    return "networks lan";
  }

  @Override
  public String evidence() {
    return "1";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("ipv6-half-enabled");
  }

  private static final String WEB = "198.51.100.64";
}
