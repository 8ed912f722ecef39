package dockdiag.testenv.scenario.netfilter;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;
import java.util.Optional;

/// A firewall rejects what the host itself sends to the container, and so what docker-proxy sends.
public final class ForwardDroppedBehindProxy implements BrokenWebsite {

  @Override
  public String description() {
    return "The host accepts connections to web, and a rule of its own keeps them from getting in.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("forward-dropped");
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell(
        "iptables -I OUTPUT -d 172.17.0.2 -p tcp --dport 8080 -j REJECT --reject-with tcp-reset");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.CLOSED_AT_ONCE, host -> host.fromHost().http("127.0.0.1", 8080));
  }

  @Override
  public String evidence() {
    return "iptables filter OUTPUT 1";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("proxy-answers-backend-closed");
  }
}
