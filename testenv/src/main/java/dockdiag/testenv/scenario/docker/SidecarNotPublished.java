package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.NewContainer;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.BrokenWebsite;
import java.util.List;
import java.util.Optional;

/// A sidecar has no ports of its own, and the container whose network it shares publishes none.
public final class SidecarNotPublished implements BrokenWebsite {

  @Override
  public String description() {
    return "web serves in the network of gateway, which publishes nothing.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("port-not-published");
  }

  @Override
  public void arrange(DockerHost host) {
    gateway(host).start();
    sidecar(host);
  }

  @Override
  public String evidence() {
    return "HostConfig.PortBindings {}";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("shared-namespace-stale", "no-listener");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("web");
    host.remove("gateway");
    gateway(host).publish("8080:8080").start();
    sidecar(host);
  }

  private static NewContainer gateway(DockerHost host) {
    return host.container("gateway").command("sleep", "infinity");
  }

  private static void sidecar(DockerHost host) {
    host.container("web").image(Image.WEB).network("container:gateway").serve(8080);
  }
}
