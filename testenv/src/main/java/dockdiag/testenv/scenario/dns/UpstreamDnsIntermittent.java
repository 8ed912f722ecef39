package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.stream.Stream;

/// The DNS server loses every second question.
public final class UpstreamDnsIntermittent implements Scenario {

  @Override
  public String description() {
    return "The DNS server that web asks answers every second question.";
  }

  @Override
  public void arrange(DockerHost host) {
    Asking.arrange(host).answeringEvery(2);
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.TIMED_OUT, UpstreamDnsIntermittent::worst);
  }

  @Override
  public String command() {
    return "dns web";
  }

  @Override
  public String evidence() {
    return "2 of 4 answered";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("dns-blocked");
  }

  @Override
  public void mend(DockerHost host) {
    host.nameServers().forEach(server -> server.answeringEvery(1));
  }

  /// The worst of four questions.
  private static Attempt worst(DockerHost host) {
    List<Attempt> asked =
        Stream.generate(() -> Asking.inWeb(host).ask(DockerHost.CLIENT, Asking.OUTSIDE))
            .limit(4)
            .toList();
    return asked.stream().filter(one -> !one.connected()).findFirst().orElse(asked.getFirst());
  }
}
