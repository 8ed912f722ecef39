package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The DNS server does not want to answer this client.
public final class UpstreamRefuses implements Scenario {

  @Override
  public String description() {
    return "The DNS server that web asks refuses to answer.";
  }

  @Override
  public void arrange(DockerHost host) {
    Asking.arrange(host).zone().code(5);
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
    return "REFUSED, 4 of 4 answered";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("upstream-dns-unreachable");
  }

  @Override
  public void mend(DockerHost host) {
    host.nameServers().getFirst().zone().code(0);
  }
}
