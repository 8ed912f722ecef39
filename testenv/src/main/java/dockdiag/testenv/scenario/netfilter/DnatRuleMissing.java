package dockdiag.testenv.scenario.netfilter;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// Somebody flushed the engine's NAT rules, and there is no docker-proxy.
public final class DnatRuleMissing implements BrokenWebsite {

  @Override
  public String description() {
    return "The rule that leads the host's port 8080 to web is gone, and docker-proxy is off.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return Website.withoutProxy(suite);
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("iptables -t nat -F DOCKER");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String evidence() {
    return "no DNAT rule on the way for --dport 8080";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("ip-forward-disabled", "dnat-rule-stale");
  }
}
