package dockdiag.testenv.scenario.netfilter;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// Somebody wants no container to send anything out, and forgot the answers.
public final class ReplyDropped implements BrokenWebsite {

  @Override
  public String description() {
    return "A rule in DOCKER-USER drops whatever containers send out, answers too.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("iptables -I DOCKER-USER -s 172.17.0.0/16 -o eth0 -j DROP");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String evidence() {
    return "iptables filter DOCKER-USER 1: -A DOCKER-USER -s 172.17.0.0/16 -o eth0 -j DROP";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("forward-dropped", "container-firewall");
  }
}
