package dockdiag.testenv.scenario.registry;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Registry;
import java.util.List;

/// The only mirror is gone, and Docker Hub is out of reach.
public final class MirrorDead implements Scenario {

  @Override
  public String description() {
    return "The mirror is down; the engine's error is about Docker Hub.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(suite).dockerd("--registry-mirror", "http://" + Pulling.REGISTRY);
  }

  @Override
  public void arrange(DockerHost host) {
    Registry.of(host);
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
    return "connect refused";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-name-unresolved", "registry-unreachable");
  }

  @Override
  public void mend(DockerHost host) {
    Registry.at(host).plain(CLIENT, Pulling.PORT);
  }
}
