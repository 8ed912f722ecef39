package dockdiag.testenv.scenario.registry;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Registry;
import java.util.List;

/// The registry wants a password, and nobody logged in.
public final class RegistryAuthMissing implements Scenario {

  @Override
  public String description() {
    return "The registry wants a login, and there is none.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return Pulling.insecure(suite);
  }

  @Override
  public void arrange(DockerHost host) {
    Registry.of(host).guarded(CLIENT, Pulling.PORT);
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
    return "HTTP 401";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-credential-helper", "registry-not-found");
  }

  @Override
  public void mend(DockerHost host) {
    Registry.at(host).login(Pulling.REGISTRY);
  }
}
