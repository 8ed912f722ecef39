package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Website;
import java.util.List;
import java.util.Optional;

/// A process of the host itself has the port.
public final class HostPortTakenByProcess implements BrokenWebsite {

  @Override
  public String description() {
    return "web could not start: a process of the host listens on port 8080.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("host-port-taken");
  }

  @Override
  public void arrange(DockerHost host) {
    host.shell("busybox httpd -p 127.0.0.1:8080 -h /tmp");
    host.shell("docker start " + Website.web(host).create() + " || true");
  }

  @Override
  public String evidence() {
    return "LISTEN 127.0.0.1:8080 busybox (pid";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("container-not-running");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("kill $(pidof busybox)");
    host.docker().startContainerCmd("web").exec();
    host.fromContainer("web").awaitListening(8080);
  }
}
