package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// A crash loop.
public final class ContainerRestarting implements BrokenWebsite {

  @Override
  public String description() {
    return "web's process ends as soon as it runs, and the engine starts it again and again.";
  }

  @Override
  public void arrange(DockerHost host) {
    Website.web(host).command("sh", "-c", "echo boom >&2; exit 1").restart("always").start();
    // The pauses between the attempts double from a tenth of a second.
    host.await("the fifth attempt", () -> attempts(host) >= 5);
    host.awaitStatus("web", "restarting");
  }

  @Override
  public String evidence() {
    return "boom";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("container-not-running");
  }

  private static int attempts(DockerHost host) {
    return host.docker().inspectContainerCmd("web").exec().getRestartCount();
  }
}
