package dockdiag.testenv.scenario.egress;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// The request gets out, and the answer does not get in.
public final class EgressReplyDropped implements Scenario {

  @Override
  public String description() {
    return "A rule of FORWARD drops what comes from the outside client.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("egress-dropped");
  }

  @Override
  public void arrange(DockerHost host) {
    Outgoing.arrange(host);
    host.shell("iptables -I FORWARD -s 198.51.100.2 -o br-front -j DROP");
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
    return "FORWARD 1: -A FORWARD -s 198.51.100.2/32 -o br-front -j DROP";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("masquerade-missing", "remote-silent");
  }
}
