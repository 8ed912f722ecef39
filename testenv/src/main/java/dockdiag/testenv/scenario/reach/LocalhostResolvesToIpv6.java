package dockdiag.testenv.scenario.reach;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// Nobody serves `::1`, which is what `localhost` means first.
public final class LocalhostResolvesToIpv6 implements BrokenWebsite {

  @Override
  public String description() {
    return "web answers on the host's 127.0.0.1 and not on its ::1.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    DockerProxyDead.kill(host, "-host-ip :: ");
    host.await("its end", () -> symptom().seenOn(host) == Outcome.REFUSED);
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.REFUSED, host -> host.fromHost().http("::1", 8080));
  }

  @Override
  public String evidence() {
    return "refused";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("docker-proxy-dead");
  }
}
