package dockdiag.testenv.scenario.netfilter;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// A firewall's script flushed the filter table: the policy DROP stays behind.
public final class EngineRulesFlushed implements BrokenWebsite {

  @Override
  public String description() {
    return "`iptables -F` took the engine's rules for forwarding away; its policy DROP is left.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("iptables -F; iptables -P FORWARD DROP");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String evidence() {
    return "gone: filter -A FORWARD -j DOCKER";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("ip-forward-disabled", "iptables-disabled");
  }

  @Override
  public void mend(DockerHost host) {
    Website.afterRestart(host);
  }
}
