package dockdiag.testenv.scenario.egress;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Somebody's rule keeps the network from one address.
public final class EgressDropped implements Scenario {

  @Override
  public String description() {
    return "A rule in DOCKER-USER drops what web sends to the outside client.";
  }

  @Override
  public void arrange(DockerHost host) {
    Outgoing.arrange(host);
    host.shell("iptables -I DOCKER-USER -s 10.20.1.0/24 -d 198.51.100.2 -j DROP");
  }

  @Override
  public Symptom symptom() {
    return Outgoing.greeted(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return Outgoing.COMMAND;
  }

  @Override
  public String evidence() {
    return "DOCKER-USER 1: -A DOCKER-USER -s 10.20.1.0/24 -d 198.51.100.2/32 -j DROP";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("masquerade-missing", "remote-silent");
  }
}
