package dockdiag.testenv.scenario.firewall;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// Kubernetes was removed from the host; a chain of its is left and drops.
public final class KubeLeftovers implements BrokenWebsite {

  @Override
  public String description() {
    return "A chain KUBE-FORWARD is left and drops what comes for web; no Kubernetes runs.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("iptables -N KUBE-FORWARD; iptables -I FORWARD -j KUBE-FORWARD");
    host.shell("iptables -A KUBE-FORWARD -i eth0 -p tcp --dport 8080 -j DROP");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String evidence() {
    return "iptables filter KUBE-FORWARD 1";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("foreign-drop-policy", "docker-user-order");
  }
}
