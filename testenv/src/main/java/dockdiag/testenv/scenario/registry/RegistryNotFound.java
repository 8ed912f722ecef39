package dockdiag.testenv.scenario.registry;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Registry;
import java.util.List;

/// A tag that was never pushed.
public final class RegistryNotFound implements Scenario {

  private static final String IMAGE = Pulling.REGISTRY + "/shop/box:2";

  @Override
  public String description() {
    return "The registry has the repository, and no such tag.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return Pulling.insecure(suite);
  }

  @Override
  public void arrange(DockerHost host) {
    Registry.of(host).plain(CLIENT, Pulling.PORT);
  }

  @Override
  public Symptom symptom() {
    return Pulling.fails(IMAGE);
  }

  @Override
  public String command() {
    return "registry " + IMAGE;
  }

  @Override
  public String evidence() {
    return "HTTP 404";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-auth-missing", "platform-not-in-manifest");
  }

  @Override
  public void mend(DockerHost host) {
    Registry.at(host).push("shop/box:2");
  }
}
