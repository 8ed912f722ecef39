package dockdiag.testenv.scenario.firewall;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.PacketFilter;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// firewalld no longer knows the engine's bridge.
public final class FirewalldZoneMissing implements BrokenWebsite {

  @Override
  public String description() {
    return "docker0 is in no zone of firewalld's, so containers are rejected as strangers.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(suite).filter(PacketFilter.FIREWALLD);
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.fromOutside().greet(9000);
    host.shell("firewall-cmd --zone=docker --remove-interface=docker0");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(
        Outcome.UNREACHABLE, host -> host.fromContainer("web").tcp("198.51.100.2", 9000));
  }

  @Override
  public String command() {
    return "firewall";
  }

  @Override
  public String evidence() {
    return "zone of docker0: none";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("firewalld-rejects-forward");
  }
}
