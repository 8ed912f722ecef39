package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Swarm;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// A service on the routing mesh of a kernel that has none.
public final class IngressWithoutIpvs implements Scenario {

  @Override
  public String description() {
    return "The service web is published on every node, and the kernel has no IPVS.";
  }

  @Override
  public void arrange(DockerHost host) {
    Swarm.init(host, DockerHost.ADDRESS);
    Swarm.service(host, "--publish 8080:8080");
    Swarm.awaitShell(host, "docker service ls | grep -q 1/1");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.REFUSED);
  }

  @Override
  public String command() {
    return "swarm";
  }

  @Override
  public String evidence() {
    return "CONFIG_IP_VS is not set";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("service-has-no-task", "no-listener");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell(
        "docker service update --endpoint-mode dnsrr --publish-rm 8080/tcp"
            + " --publish-add mode=host,published=8080,target=8080,protocol=tcp web");
    Swarm.served(host);
  }
}
