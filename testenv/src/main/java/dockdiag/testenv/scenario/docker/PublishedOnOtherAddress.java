package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The address that the port is published on has left the host.
public final class PublishedOnOtherAddress implements BrokenWebsite {

  @Override
  public String description() {
    return "web is published on 198.51.100.3, which the host has no more.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.shell("ip addr add 198.51.100.3/24 dev eth0");
    host.container("web").image(Image.WEB).publish("198.51.100.3:8080:8080").serve(8080);
    host.shell("ip addr del 198.51.100.3/24 dev eth0");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.TIMED_OUT, host -> host.fromOutside().http("198.51.100.3", 8080));
  }

  @Override
  public String evidence() {
    return "198.51.100.3:8080->8080/tcp";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("ip-forward-disabled");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("ip addr add 198.51.100.3/24 dev eth0");
  }
}
