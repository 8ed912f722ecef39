package dockdiag.testenv.scenario.netfilter;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// A rule of a container that is long gone takes a port from a service of the host.
public final class NatRuleOrphaned implements BrokenWebsite {

  @Override
  public String description() {
    return "An old rule leads the host's port 9000, where a service of the host listens, to"
        + " nobody.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.container("own")
        .image(Image.WEB)
        .network("host")
        .command("httpd", "-f", "-p", "9000", "-h", "/var/www")
        .serve(9000);
    host.shell(
        "iptables -t nat -A DOCKER ! -i docker0 -p tcp -m tcp --dport 9000 -j DNAT"
            + " --to-destination 172.17.0.77:9000");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.TIMED_OUT, host -> host.fromOutside().http(DockerHost.ADDRESS, 9000));
  }

  @Override
  public String command() {
    return "nat";
  }

  @Override
  public String evidence() {
    return "--to-destination 172.17.0.77:9000";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("forward-dropped");
  }
}
