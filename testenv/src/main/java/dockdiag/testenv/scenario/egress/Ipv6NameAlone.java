package dockdiag.testenv.scenario.egress;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.dns.AaaaWithoutRoute;
import java.util.List;
import java.util.Optional;

/// Somebody outside has an IPv6 address alone, and who asks has none.
public final class Ipv6NameAlone implements Scenario {

  private final Scenario alone = new AaaaWithoutRoute();

  @Override
  public String description() {
    return alone.description();
  }

  @Override
  public Optional<String> diagnosis() {
    return alone.diagnosis();
  }

  @Override
  public void arrange(DockerHost host) {
    alone.arrange(host);
  }

  @Override
  public Symptom symptom() {
    return alone.symptom();
  }

  @Override
  public String command() {
    return "egress web v6.example.test";
  }

  @Override
  public String evidence() {
    return alone.evidence();
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("name-not-found");
  }

  @Override
  public void mend(DockerHost host) {
    host.nameServers().getFirst().zone().add("v6.example.test", DockerHost.CLIENT);
  }
}
