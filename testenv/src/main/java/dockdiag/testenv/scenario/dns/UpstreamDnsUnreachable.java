package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The DNS server is down.
public final class UpstreamDnsUnreachable implements Scenario {

  @Override
  public String description() {
    return "The DNS server that the host and web ask is down.";
  }

  @Override
  public void arrange(DockerHost host) {
    Asking.arrange(host).close();
  }

  @Override
  public Symptom symptom() {
    return Asking.behind(Outcome.REFUSED);
  }

  @Override
  public String command() {
    return "dns web";
  }

  @Override
  public String evidence() {
    return "refused, 0 of 4 answered";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("name-not-found", "upstream-refuses");
  }

  @Override
  public void mend(DockerHost host) {
    host.nameServer(DockerHost.CLIENT).zone().add(Asking.OUTSIDE, "192.0.2.80");
  }
}
