package dockdiag.testenv.scenario.sysctl;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;
import java.util.Optional;

/// A hardening script turned forwarding off for the bridge, so answers are lost.
public final class BridgeForwardingOff implements BrokenWebsite {

  @Override
  public String description() {
    return "The host forwards, but not what containers answer.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("interface-forwarding-off");
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("sysctl -w net.ipv4.conf.docker0.forwarding=0");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String evidence() {
    return "net.ipv4.conf.docker0.forwarding = 0";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("ip-forward-disabled");
  }
}
