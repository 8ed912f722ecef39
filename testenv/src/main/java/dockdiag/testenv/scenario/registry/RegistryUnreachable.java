package dockdiag.testenv.scenario.registry;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Registry;
import java.util.List;

/// The registry does not run.
public final class RegistryUnreachable implements Scenario {

  @Override
  public String description() {
    return "Nobody listens at the registry's port.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return Pulling.insecure(suite);
  }

  @Override
  public void arrange(DockerHost host) {
    Registry.of(host);
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
    return "connect refused";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-name-unresolved", "registry-plain-http");
  }

  @Override
  public void mend(DockerHost host) {
    Registry.at(host).plain(CLIENT, Pulling.PORT);
  }
}
