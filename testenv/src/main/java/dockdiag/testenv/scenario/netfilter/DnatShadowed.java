package dockdiag.testenv.scenario.netfilter;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// A rule of somebody else's redirects web's port to a proxy that is not there.
public final class DnatShadowed implements BrokenWebsite {

  @Override
  public String description() {
    return "A redirection of the host's own comes before the engine's rule for port 8080.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("iptables -t nat -I PREROUTING -p tcp --dport 8080 -j REDIRECT --to-ports 3128");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.REFUSED);
  }

  @Override
  public String evidence() {
    return "iptables nat PREROUTING 1: -A PREROUTING -p tcp -m tcp --dport 8080 -j REDIRECT";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("no-listener", "docker-proxy-dead");
  }
}
