package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// Another container has the port, on the loopback, where nobody outside sees it.
public final class HostPortTaken implements BrokenWebsite {

  @Override
  public String description() {
    return "web could not start: the container old has port 8080 of the host.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.container("old").image(Image.WEB).publish("127.0.0.1:8080:8080").start();
    host.shell("docker start " + Website.web(host).create() + " || true");
  }

  @Override
  public String evidence() {
    return "old publishes 127.0.0.1:8080->8080/tcp";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("container-not-running", "no-listener");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("old");
    Website.anew(host);
  }
}
