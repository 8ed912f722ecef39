package dockdiag.testenv.scenario.sysctl;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// A network manager turned forwarding off for the uplink.
public final class InterfaceForwardingOff implements BrokenWebsite {

  @Override
  public String description() {
    return "The host forwards, but not what comes in by its uplink.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("sysctl -w net.ipv4.conf.eth0.forwarding=0");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String evidence() {
    return "net.ipv4.conf.eth0.forwarding = 0";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("ip-forward-disabled");
  }
}
