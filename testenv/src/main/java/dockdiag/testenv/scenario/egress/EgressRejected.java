package dockdiag.testenv.scenario.egress;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// A firewall of the host rejects what it forwards, and that looks like the far end's no.
public final class EgressRejected implements Scenario {

  @Override
  public String description() {
    return "A rule of FORWARD rejects what web sends to port 7000.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("egress-dropped");
  }

  @Override
  public void arrange(DockerHost host) {
    Outgoing.arrange(host);
    host.shell("iptables -I FORWARD -s 10.20.1.0/24 -p tcp --dport 7000 -j REJECT");
  }

  @Override
  public Symptom symptom() {
    return Outgoing.greeted(Outcome.REFUSED);
  }

  @Override
  public String command() {
    return Outgoing.COMMAND;
  }

  @Override
  public String evidence() {
    return "FORWARD 1: -A FORWARD -s 10.20.1.0/24 -p tcp -m tcp --dport 7000 -j REJECT";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("remote-refuses");
  }
}
