package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// No network at all.
public final class NetworkNone implements BrokenWebsite {

  @Override
  public String description() {
    return "web has no network.";
  }

  @Override
  public void arrange(DockerHost host) {
    Website.web(host).network("none").serve(8080);
  }

  @Override
  public String evidence() {
    return "HostConfig.NetworkMode none";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("port-not-published", "internal-network-not-published");
  }
}
