package dockdiag.testenv.scenario.netfilter;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// The engine makes no rules, as it was told, and there is no docker-proxy.
public final class IptablesDisabled implements BrokenWebsite {

  @Override
  public String description() {
    return "daemon.json says \"iptables\": false, so nothing leads the host's port 8080 to web.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(suite).daemonJson("{\"iptables\": false, \"userland-proxy\": false}");
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String evidence() {
    return "iptables = false";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("dnat-rule-missing", "engine-rules-flushed");
  }

  @Override
  public void mend(DockerHost host) {
    host.write("/etc/docker/daemon.json", "{\"userland-proxy\": false}");
    Website.afterRestart(host);
  }
}
