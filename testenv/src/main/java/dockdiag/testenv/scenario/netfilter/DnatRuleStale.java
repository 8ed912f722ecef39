package dockdiag.testenv.scenario.netfilter;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// A rule of a container that is long gone comes before that of web.
public final class DnatRuleStale implements BrokenWebsite {

  @Override
  public String description() {
    return "An old rule leads the host's port 8080 to an address that no container has.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell(
        "iptables -t nat -I DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT"
            + " --to-destination 172.17.0.251:8080");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String evidence() {
    return "--to-destination 172.17.0.251:8080";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("ip-forward-disabled", "dnat-rule-missing");
  }
}
