package dockdiag.testenv.scenario.egress;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Who wants out asks the proxy; the engine was told, the container was not.
public final class ProxyMissing implements Scenario {
  private static final String AWAY = "192.0.2.82";
  private static final String PROXY = "http://198.51.100.2:3128";

  @Override
  public String description() {
    return "The outside is reached by a proxy alone, which web does not know.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(suite).under("env", "HTTP_PROXY=" + PROXY);
  }

  @Override
  public void arrange(DockerHost host) {
    host.fromOutside().page(3128);
    Outgoing.arrange(host);
  }

  @Override
  public Symptom symptom() {
    return Outgoing.unread(AWAY);
  }

  @Override
  public String command() {
    return "egress web " + AWAY + ":80";
  }

  @Override
  public String evidence() {
    return "proxy http://198.51.100.2:3128";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("proxy-unreachable", "proxy-on-loopback");
  }

  @Override
  public void mend(DockerHost host) {
    Outgoing.anew(host, PROXY);
  }
}
