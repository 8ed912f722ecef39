package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.BrokenWebsite;
import java.util.List;

/// EXPOSE opens nothing.
public final class PortNotPublished implements BrokenWebsite {

  @Override
  public String description() {
    return "web's image exposes 8080 and web serves there, and nobody published it.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.container("web").image(Image.WEB).serve(8080);
  }

  @Override
  public String evidence() {
    return "Config.ExposedPorts 8080/tcp";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of(
        "options-after-command", "compose-run-without-ports", "published-on-host-loopback");
  }
}
