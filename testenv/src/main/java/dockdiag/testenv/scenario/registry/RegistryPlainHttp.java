package dockdiag.testenv.scenario.registry;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Registry;
import java.util.List;

/// The registry has no certificate, and the engine was not told.
public final class RegistryPlainHttp implements Scenario {

  @Override
  public String description() {
    return "The registry speaks HTTP, the engine wants TLS.";
  }

  @Override
  public void arrange(DockerHost host) {
    Registry.of(host).plain(CLIENT, Pulling.PORT);
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
    return "tls plain";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-tls-untrusted", "registry-unreachable");
  }

  @Override
  public void mend(DockerHost host) {
    host.write(
        "/etc/docker/daemon.json",
        "{\"insecure-registries\": [\"%s\"]}".formatted(Pulling.REGISTRY));
    host.shell("kill -HUP $(cat /run/docker.pid)");
    host.await("the engine to read it", () -> host.shell("docker info").contains(Pulling.REGISTRY));
  }
}
