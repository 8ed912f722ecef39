package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.BrokenWebsite;
import java.util.List;
import java.util.Optional;

/// Two containers in the host's network want the same port.
public final class HostPortTakenByNeighbour implements BrokenWebsite {

  @Override
  public String description() {
    return "web ended: it is in the host's network, and so is old, which has port 8080.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("host-port-taken");
  }

  @Override
  public void arrange(DockerHost host) {
    host.container("old")
        .command("httpd", "-f", "-p", "127.0.0.1:8080")
        .network("host")
        .serve(8080);
    host.container("web").image(Image.WEB).network("host").start();
    host.awaitStatus("web", "exited");
  }

  @Override
  public String evidence() {
    return "127.0.0.1:8080";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("container-not-running");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("old");
    host.docker().startContainerCmd("web").exec();
    host.fromContainer("web").awaitListening(8080);
  }
}
