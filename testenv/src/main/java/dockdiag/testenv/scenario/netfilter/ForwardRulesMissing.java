package dockdiag.testenv.scenario.netfilter;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// Somebody emptied the engine's chain of the filter table; the policy DROP is left.
public final class ForwardRulesMissing implements BrokenWebsite {

  @Override
  public String description() {
    return "The engine's rule that accepts what is forwarded to web is gone.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("iptables -F DOCKER");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String evidence() {
    return "iptables filter FORWARD policy: policy DROP";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("forward-dropped", "ip-forward-disabled");
  }
}
