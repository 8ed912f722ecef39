package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.BrokenWebsite;
import java.util.List;

/// `docker compose run` leaves the ports out.
public final class ComposeRunWithoutPorts implements BrokenWebsite {

  @Override
  public String description() {
    return "web was started by docker compose run, without --service-ports.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.container("web")
        .image(Image.WEB)
        .label("com.docker.compose.project", "shop")
        .label("com.docker.compose.service", "web")
        .label("com.docker.compose.oneoff", "True")
        .serve(8080);
  }

  @Override
  public String evidence() {
    return "com.docker.compose.oneoff=True";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("port-not-published");
  }
}
