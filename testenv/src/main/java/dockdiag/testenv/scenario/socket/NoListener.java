package dockdiag.testenv.scenario.socket;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// Up, published, and busy with something else.
public final class NoListener implements BrokenWebsite {

  @Override
  public String description() {
    return "web runs and listens on nothing.";
  }

  @Override
  public void arrange(DockerHost host) {
    Website.web(host).command("sleep", "infinity").start();
  }

  @Override
  public String evidence() {
    return "listening: nothing";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of(
        "published-wrong-container-port", "listener-on-loopback", "container-not-running");
  }
}
