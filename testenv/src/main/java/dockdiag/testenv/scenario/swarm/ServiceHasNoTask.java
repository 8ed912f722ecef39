package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Swarm;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// No node may have the service's task.
public final class ServiceHasNoTask implements Scenario {

  @Override
  public String description() {
    return "No node has the label that the service web asks for.";
  }

  @Override
  public void arrange(DockerHost host) {
    Swarm.init(host, DockerHost.ADDRESS);
    Swarm.service(
        host,
        "--endpoint-mode dnsrr --publish mode=host,published=8080,target=8080"
            + " --constraint node.labels.disk==ssd");
    Swarm.awaitShell(host, "docker service ps --no-trunc web | grep -q constraints");
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
    return "constraint node.labels.disk==ssd";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("ingress-without-ipvs", "no-listener");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("docker service update --constraint-rm node.labels.disk==ssd web");
    Swarm.served(host);
  }
}
