package dockdiag.testenv.scenario.registry;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Registry;
import java.util.List;

/// The file with the logins came from another machine, whose helper is not here.
public final class RegistryCredentialHelperMissing implements Scenario {

  @Override
  public String name() {
    return "registry-credential-helper";
  }

  @Override
  public String description() {
    return "Docker's config.json names a credential helper that is missing.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return Pulling.insecure(suite);
  }

  @Override
  public void arrange(DockerHost host) {
    Registry.of(host).guarded(CLIENT, Pulling.PORT);
    host.write("/root/.docker/config.json", "{\"credsStore\": \"desktop\"}");
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
    return "docker-credential-desktop missing";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-auth-missing");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("rm /root/.docker/config.json");
    Registry.at(host).login(Pulling.REGISTRY);
  }
}
