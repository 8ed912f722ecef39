package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.BrokenWebsite;
import java.util.List;

/// Published for the host itself, and asked from outside.
public final class PublishedOnHostLoopback implements BrokenWebsite {

  @Override
  public String description() {
    return "web is published on the host's loopback alone, and a client outside asks.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.container("web").image(Image.WEB).publish("127.0.0.1:8080:8080").serve(8080);
  }

  @Override
  public String command() {
    return "ports web --from 198.51.100.2";
  }

  @Override
  public String evidence() {
    return "127.0.0.1:8080->8080/tcp";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("port-not-published", "container-not-running");
  }
}
