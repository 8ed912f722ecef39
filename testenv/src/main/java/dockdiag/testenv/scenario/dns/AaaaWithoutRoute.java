package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A name with an IPv6 address alone, asked without IPv6.
public final class AaaaWithoutRoute implements Scenario {

  @Override
  public String description() {
    return "v6.example.test has no IPv4 address, and web has no IPv6.";
  }

  @Override
  public void arrange(DockerHost host) {
    Asking.arrange(host).zone().add("v6.example.test", "2001:db8:9::9");
  }

  @Override
  public Symptom symptom() {
    return Asking.asked("v6.example.test", Outcome.REFUSED);
  }

  @Override
  public String command() {
    return "dns web v6.example.test";
  }

  @Override
  public String evidence() {
    return "no route to 2001:db8:9::9";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("name-not-found");
  }

  @Override
  public void mend(DockerHost host) {
    host.nameServers().getFirst().zone().add("v6.example.test", "192.0.2.66", "2001:db8:9::9");
  }
}
