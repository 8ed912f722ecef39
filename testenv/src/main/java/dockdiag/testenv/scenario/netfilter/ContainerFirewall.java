package dockdiag.testenv.scenario.netfilter;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// A firewall inside the container's network keeps everybody from the server.
public final class ContainerFirewall implements BrokenWebsite {

  @Override
  public String description() {
    return "A rule in web's own network drops what comes for its port.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell(
        "nsenter --target $(docker inspect --format '{{.State.Pid}}' web) --net"
            + " iptables -A INPUT -i eth0 -p tcp --dport 8080 -j DROP");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String evidence() {
    return "iptables filter INPUT 1: -A INPUT -i eth0 -p tcp -m tcp --dport 8080 -j DROP";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("forward-dropped");
  }
}
