package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// The process ended by itself, as most do that lack a file.
public final class ContainerNotRunning implements BrokenWebsite {

  @Override
  public String description() {
    return "web's process has ended with status 3.";
  }

  @Override
  public void arrange(DockerHost host) {
    Website.web(host).command("sh", "-c", "echo no such file: /etc/web.conf >&2; exit 3").start();
    host.awaitStatus("web", "exited");
  }

  @Override
  public String evidence() {
    return "no such file: /etc/web.conf";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("container-restarting", "no-listener", "host-port-taken");
  }
}
