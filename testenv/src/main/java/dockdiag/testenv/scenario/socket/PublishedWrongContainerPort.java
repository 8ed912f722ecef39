package dockdiag.testenv.scenario.socket;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.BrokenWebsite;
import java.util.List;

/// `-p 8080:80`, and the server listens on 8080.
public final class PublishedWrongContainerPort implements BrokenWebsite {

  @Override
  public String description() {
    return "web listens on 8080, and its port 80 is published.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.container("web").image(Image.WEB).publish("8080:80").serve(8080);
  }

  @Override
  public String evidence() {
    return "LISTEN [::]:8080 httpd (pid 1)";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("no-listener", "listener-on-loopback");
  }
}
