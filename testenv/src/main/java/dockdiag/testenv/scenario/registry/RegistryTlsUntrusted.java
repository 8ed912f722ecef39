package dockdiag.testenv.scenario.registry;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Authority;
import dockdiag.testenv.web.Registry;
import java.util.List;

/// The registry's authority is one that the engine does not know.
public final class RegistryTlsUntrusted implements Scenario {

  @Override
  public String description() {
    return "The registry's certificate is signed by a private authority.";
  }

  @Override
  public void arrange(DockerHost host) {
    Authority authority = Authority.create();
    host.write("/srv/ca.crt", authority.pem());
    Registry.of(host).secure(CLIENT, Pulling.PORT, Pulling.identity(authority));
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
    return "certificate unknown-authority";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-plain-http", "registry-clock-skew");
  }

  @Override
  public void mend(DockerHost host) {
    String folder = "/etc/docker/certs.d/" + Pulling.REGISTRY;
    host.shell("mkdir -p " + folder + "; cp /srv/ca.crt " + folder);
  }
}
