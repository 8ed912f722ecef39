package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Website;
import java.util.List;
import java.util.Optional;

/// The kernel killed it: it wanted more memory than it was given.
public final class ContainerOutOfMemory implements BrokenWebsite {

  @Override
  public String description() {
    return "web was given 16 MB and wanted more.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("container-not-running");
  }

  @Override
  public void arrange(DockerHost host) {
    Website.web(host)
        .command("sh", "-c", "tail /dev/zero; exit 137")
        .with((command, settings) -> settings.withMemory(16L << 20).withMemorySwap(16L << 20))
        .start();
    host.awaitStatus("web", "exited");
  }

  @Override
  public String evidence() {
    return "OOMKilled";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("container-restarting", "no-listener");
  }
}
