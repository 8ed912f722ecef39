package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.BrokenWebsite;
import java.util.List;

/// `docker run IMAGE -p 8080:8080`: what stands after the image is the command.
public final class OptionsAfterImage implements BrokenWebsite {

  @Override
  public String description() {
    return "web was run with -p behind the image's name.";
  }

  @Override
  public void arrange(DockerHost host) {
    String id = host.container("web").image(Image.WEB).command("-p", "8080:8080").create();
    host.shell("docker start " + id + " || true");
  }

  @Override
  public String evidence() {
    return "-p 8080:8080";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("container-not-running", "port-not-published");
  }
}
