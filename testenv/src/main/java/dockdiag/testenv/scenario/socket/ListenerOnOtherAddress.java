package dockdiag.testenv.scenario.socket;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// On two networks, and bound to the address that packets do not come to.
public final class ListenerOnOtherAddress implements BrokenWebsite {

  @Override
  public String description() {
    return "web is on the networks alpha and beta; packets come to alpha, and web listens on beta.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.network("alpha", "10.6.1.0/24");
    host.network("beta", "10.6.2.0/24");
    String serve = "until httpd -f -p 10.6.2.9:8080 -h /var/www; do sleep 0.1; done";
    Website.web(host).network("alpha").command("sh", "-c", serve).start();
    host.shell("docker network connect --ip 10.6.2.9 beta web");
    host.fromContainer("web").awaitTcp("10.6.2.9", 8080);
  }

  @Override
  public String evidence() {
    return "LISTEN 10.6.2.9:8080";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("listener-on-loopback", "no-listener");
  }
}
