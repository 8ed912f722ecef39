package dockdiag.testenv.scenario.sysctl;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// Somebody set the kernel's settings back, and there is no docker-proxy.
public final class LoopbackRouting implements BrokenWebsite {

  @Override
  public String description() {
    return "docker-proxy is off, and the bridge takes nothing from the host's loopback.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return Website.withoutProxy(suite);
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("sysctl -w net.ipv4.conf.docker0.route_localnet=0");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.TIMED_OUT, host -> host.fromHost().http("127.0.0.1", 8080));
  }

  @Override
  public String evidence() {
    return "net.ipv4.conf.docker0.route_localnet = 0";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("dnat-rule-missing");
  }
}
