package dockdiag.testenv.scenario.firewall;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// A table of the user's own for nft drops what it does not know.
public final class ForeignDropPolicy implements BrokenWebsite {

  @Override
  public String description() {
    return "A chain of somebody's own, behind the engine's, has the policy drop.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell(
        "nft add table inet mine; nft 'add chain inet mine forward"
            + " { type filter hook forward priority 10; policy drop; }'");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "ports web";
  }

  @Override
  public String evidence() {
    return "nft inet mine forward policy";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("mixed-iptables-backends", "ip-forward-disabled");
  }
}
