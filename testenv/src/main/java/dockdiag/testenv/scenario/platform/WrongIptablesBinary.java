package dockdiag.testenv.scenario.platform;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// iptables leads to a form of it that is not there.
public final class WrongIptablesBinary implements Scenario {

  @Override
  public String description() {
    return "The program iptables is a link that leads nowhere, so no port can be published.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("ln -sf xtables-gone-multi /usr/sbin/iptables");
  }

  @Override
  public Symptom symptom() {
    return Symptom.fails("docker", "run", "--rm", "-p", "9090:8080", "lab/web:1", "true");
  }

  @Override
  public String command() {
    return "platform";
  }

  @Override
  public String evidence() {
    return "/usr/sbin/iptables -> /usr/sbin/xtables-gone-multi: leads nowhere";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("cgroup-mismatch", "kernel-feature-missing");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("ln -sf xtables-nft-multi /usr/sbin/iptables");
  }
}
