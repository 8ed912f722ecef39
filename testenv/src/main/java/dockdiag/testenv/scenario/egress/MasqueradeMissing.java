package dockdiag.testenv.scenario.egress;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Somebody cleared a rule of NAT too many.
public final class MasqueradeMissing implements Scenario {

  @Override
  public String description() {
    return "The rule that masquerades web's network is gone.";
  }

  @Override
  public void arrange(DockerHost host) {
    Outgoing.arrange(host);
    host.shell("iptables -t nat -D POSTROUTING -s 10.20.1.0/24 ! -o br-front -j MASQUERADE");
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
    return "sent by eth0: tcp 10.20.1.10:50000 -> 198.51.100.2:7000";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("egress-dropped", "remote-silent");
  }
}
