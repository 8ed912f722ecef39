package dockdiag.testenv.scenario.registry;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Registry;
import java.util.List;

/// A mirror was written down without its scheme, and the engine did not take it.
public final class MirrorSettingsInvalid implements Scenario {

  private static final String FILE = "{\"registry-mirrors\": [\"%s\"]}";

  @Override
  public String description() {
    return "daemon.json names a mirror without http://, and the engine does not take it.";
  }

  @Override
  public void arrange(DockerHost host) {
    Registry.of(host).plain(CLIENT, Pulling.PORT);
    host.write("/etc/docker/daemon.json", FILE.formatted(Pulling.REGISTRY));
  }

  @Override
  public Symptom symptom() {
    return Pulling.fails("box:1");
  }

  @Override
  public String command() {
    return "registry box:1";
  }

  @Override
  public String evidence() {
    return "registry-mirrors 198.51.100.2:5000";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("mirror-dead");
  }

  @Override
  public void mend(DockerHost host) {
    host.write("/etc/docker/daemon.json", FILE.formatted("http://" + Pulling.REGISTRY));
    host.shell("kill -HUP $(cat /run/docker.pid)");
    host.await("the engine to read it", () -> host.shell("docker info").contains("Mirrors"));
  }
}
