package dockdiag.testenv.scenario.socket;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// A server for IPv6 alone on a network that has none.
public final class ListenerWrongFamily implements BrokenWebsite {

  @Override
  public String description() {
    return "web takes IPv6 alone, and its network is IPv4's.";
  }

  @Override
  public void arrange(DockerHost host) {
    Website.web(host)
        .image(Image.SOCAT)
        .command("socat", "TCP6-LISTEN:8080,ipv6only=1,fork", "SYSTEM:echo hello")
        .start();
    host.await("socat to listen", () -> host.shell("docker top web").contains("socat"));
  }

  @Override
  public String evidence() {
    return "LISTEN [::]:8080 socat";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("no-listener", "listener-on-loopback");
  }
}
