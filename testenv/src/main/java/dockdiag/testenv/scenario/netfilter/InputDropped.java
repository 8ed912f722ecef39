package dockdiag.testenv.scenario.netfilter;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// The host's own firewall drops IPv6 requests for web, which docker-proxy is to take.
public final class InputDropped implements BrokenWebsite {

  @Override
  public String description() {
    return "ip6tables drops in INPUT what comes for web by IPv6, where docker-proxy answers.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("ip6tables -A INPUT -p tcp --dport 8080 -j DROP");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(
        Outcome.TIMED_OUT, host -> host.fromOutside().http(DockerHost.ADDRESS_6, 8080));
  }

  @Override
  public String command() {
    return "ports web --from 2001:db8:51::2";
  }

  @Override
  public String evidence() {
    return "ip6tables filter INPUT 1: -A INPUT -p tcp -m tcp --dport 8080 -j DROP";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("forward-dropped");
  }
}
