package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.BrokenWebsite;
import java.util.List;

/// A sidecar whose network went away when its owner was started anew.
public final class SharedNamespaceStale implements BrokenWebsite {

  @Override
  public String description() {
    return "web serves in the network of gateway, which has been restarted since.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.container("gateway").publish("8080:8080").command("sleep", "infinity").start();
    host.container("web").image(Image.WEB).network("container:gateway").serve(8080);
    host.shell("docker restart -t 0 gateway");
  }

  @Override
  public String evidence() {
    return "HostConfig.NetworkMode container:";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("no-listener", "port-not-published");
  }
}
