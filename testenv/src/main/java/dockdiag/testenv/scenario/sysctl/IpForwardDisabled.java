package dockdiag.testenv.scenario.sysctl;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// Somebody's hardening script turned forwarding off.
public final class IpForwardDisabled implements BrokenWebsite {

  @Override
  public String description() {
    return "The host's kernel forwards nothing; web is healthy.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("sysctl -w net.ipv4.ip_forward=0");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String evidence() {
    return "net.ipv4.ip_forward = 0";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("published-on-other-address");
  }
}
