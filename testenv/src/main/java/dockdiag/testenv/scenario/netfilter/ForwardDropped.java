package dockdiag.testenv.scenario.netfilter;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// Somebody keeps everybody outside from web, by hand.
public final class ForwardDropped implements BrokenWebsite {

  @Override
  public String description() {
    return "A rule in DOCKER-USER drops what comes for web.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell(
        "iptables -I DOCKER-USER -i eth0 -p tcp --dport 8080 -m comment"
            + " --comment 'blocked by hand' -j DROP");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String evidence() {
    return "iptables filter DOCKER-USER 1: -A DOCKER-USER -i eth0";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("forward-rules-missing", "ip-forward-disabled", "dnat-rule-stale");
  }
}
