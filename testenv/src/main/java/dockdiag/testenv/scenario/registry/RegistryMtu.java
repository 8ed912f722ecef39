package dockdiag.testenv.scenario.registry;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Registry;
import java.util.List;

/// A link on the way takes smaller packets and does not say so.
public final class RegistryMtu implements Scenario {

  @Override
  public String description() {
    return "Packets of more than 1000 bytes are lost between host and registry.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pulling.secure(host, Registry.of(host));
    host.shell("iptables -I INPUT -i eth0 -m length --length 1001:65535 -j DROP");
  }

  @Override
  public Symptom symptom() {
    return Pulling.fails();
  }

  @Override
  public String command() {
    return Pulling.COMMAND;
  }

  @Override
  public String evidence() {
    return "tls timed-out";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-timeout");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("iptables -D INPUT -i eth0 -m length --length 1001:65535 -j DROP");
  }
}
