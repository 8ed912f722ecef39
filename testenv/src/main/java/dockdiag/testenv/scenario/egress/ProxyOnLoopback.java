package dockdiag.testenv.scenario.egress;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The settings of docker's client put the host's own proxy into every container.
public final class ProxyOnLoopback implements Scenario {

  @Override
  public String description() {
    return "web is told to ask a proxy at 127.0.0.1, where nobody listens.";
  }

  @Override
  public void arrange(DockerHost host) {
    Outgoing.arrangeProxied(host, "http://127.0.0.1:3128");
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
    return "http_proxy 127.0.0.1:3128";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("proxy-unreachable", "proxy-missing");
  }

  @Override
  public void mend(DockerHost host) {
    Outgoing.anew(host, "");
  }
}
