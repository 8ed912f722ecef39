package dockdiag.testenv.scenario.network;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A network with IPv6 on a host that does not forward it.
public final class Ipv6HalfEnabled implements Scenario {

  @Override
  public String description() {
    return "The network dual has IPv6, and the host forwards no IPv6.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.shell("docker network create --ipv6 --subnet 10.20.3.0/24 --subnet fd00:20:3::/64 dual");
    host.load(Image.WEB);
    host.shell("docker run --detach --name web --network dual --ip6 fd00:20:3::10 lab/web:1");
    host.outside("ip", "-6", "route", "add", "fd00:20:3::/64", "via", DockerHost.ADDRESS_6).text();
    host.fromOutside().awaitTcp("fd00:20:3::10", 8080);
    host.shell("sysctl -w net.ipv6.conf.all.forwarding=0");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.TIMED_OUT, host -> host.fromOutside().http("fd00:20:3::10", 8080));
  }

  @Override
  public String command() {
    return "networks dual";
  }

  @Override
  public String evidence() {
    return "0";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("gateway-of-other-network");
  }
}
