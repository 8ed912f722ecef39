package dockdiag.testenv.scenario.egress;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The proxy has moved.
public final class ProxyUnreachable implements Scenario {

  @Override
  public String description() {
    return "web is told to ask a proxy that is not there.";
  }

  @Override
  public void arrange(DockerHost host) {
    Outgoing.arrangeProxied(host, "http://198.51.100.2:3128");
  }

  @Override
  public Symptom symptom() {
    return Outgoing.unread(CLIENT);
  }

  @Override
  public String command() {
    return "egress web " + CLIENT + ":80";
  }

  @Override
  public String evidence() {
    return "http_proxy 198.51.100.2:3128";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("proxy-on-loopback", "proxy-missing");
  }

  @Override
  public void mend(DockerHost host) {
    host.fromOutside().page(3128);
  }
}
