package dockdiag.testenv.scenario.registry;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Registry;
import java.util.List;
import java.util.Optional;

/// The mirror is written with http://, and speaks TLS.
public final class MirrorSpeaksTls implements Scenario {

  @Override
  public String description() {
    return "The mirror wants TLS, and the engine asks it without.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("mirror-dead");
  }

  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(suite).dockerd("--registry-mirror", "http://" + Pulling.REGISTRY);
  }

  @Override
  public void arrange(DockerHost host) {
    Pulling.secure(host, Registry.of(host));
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
    return "HTTP 400";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-plain-http");
  }

  @Override
  public void mend(DockerHost host) {
    host.outsideServers().stop(Pulling.PORT);
    Registry.at(host).plain(CLIENT, Pulling.PORT);
  }
}
