package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// On an internal network nothing is published.
public final class InternalNetworkNotPublished implements BrokenWebsite {

  @Override
  public String description() {
    return "web is on an internal network alone.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.docker().createNetworkCmd().withName("secure").withInternal(true).exec();
    Website.web(host).network("secure").serve(8080);
  }

  @Override
  public String evidence() {
    return "Internal true: secure";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("network-none", "macvlan-ignores-publish");
  }
}
