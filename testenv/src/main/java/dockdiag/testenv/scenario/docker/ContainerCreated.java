package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Website;
import java.util.List;
import java.util.Optional;

/// Created, and never started.
public final class ContainerCreated implements BrokenWebsite {

  @Override
  public String description() {
    return "web has been created and not been started.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("container-not-running");
  }

  @Override
  public void arrange(DockerHost host) {
    Website.web(host).create();
  }

  @Override
  public String evidence() {
    return "State.Status created";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("network-none", "host-port-taken");
  }
}
