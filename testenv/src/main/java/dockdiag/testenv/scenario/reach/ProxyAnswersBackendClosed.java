package dockdiag.testenv.scenario.reach;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// A firewall rejects what root's processes on the host send to the container, and so what
/// docker-proxy sends: who sends a packet is not told by its addresses.
public final class ProxyAnswersBackendClosed implements BrokenWebsite {

  private static final String RULE =
      "OUTPUT -d 172.17.0.2 -p tcp --dport 8080 -m owner --uid-owner root"
          + " -j REJECT --reject-with tcp-reset";

  @Override
  public String description() {
    return "The host accepts connections to web, and a rule of its own keeps them from getting in.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("iptables -I " + RULE);
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.CLOSED_AT_ONCE, host -> host.fromHost().http("127.0.0.1", 8080));
  }

  @Override
  public String evidence() {
    return "refused";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("forward-dropped-behind-proxy", "listener-for-ipv4-alone");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("iptables -D " + RULE);
  }
}
