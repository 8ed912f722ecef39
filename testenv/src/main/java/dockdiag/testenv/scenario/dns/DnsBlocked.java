package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A rule lets no DNS out.
public final class DnsBlocked implements Scenario {

  @Override
  public String description() {
    return "A rule in DOCKER-USER drops what containers send to port 53.";
  }

  @Override
  public void arrange(DockerHost host) {
    Asking.arrange(host);
    host.shell("iptables -I DOCKER-USER -p udp -m udp --dport 53 -j DROP");
  }

  @Override
  public Symptom symptom() {
    return Asking.behind(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "dns web";
  }

  @Override
  public String evidence() {
    return "DOCKER-USER 1: -A DOCKER-USER -p udp -m udp --dport 53 -j DROP";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("first-nameserver-dead", "dns-option-wrong");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("iptables -D DOCKER-USER -p udp -m udp --dport 53 -j DROP");
  }
}
