package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Swarm;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A service with an address that nobody balances.
public final class VipWithoutIpvs implements Scenario {

  @Override
  public String description() {
    return "The service web has one address for all its tasks, and the kernel has no IPVS.";
  }

  @Override
  public void arrange(DockerHost host) {
    Swarm.init(host, DockerHost.ADDRESS);
    Swarm.network(host);
    Swarm.service(host, "--network " + Swarm.NETWORK);
    Swarm.awaitShell(host, "docker service ls | grep -q 1/1");
    Swarm.shop(host);
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("docker service update --endpoint-mode dnsrr web");
  }

  @Override
  public Symptom symptom() {
    String request = "printf 'GET / HTTP/1.0\\r\\n\\r\\n' | timeout 2 nc web 8080 | grep -q hello";
    return Symptom.fails("docker", "exec", "shop", "sh", "-c", request);
  }

  @Override
  public String command() {
    return "swarm";
  }

  @Override
  public String evidence() {
    return "endpoint mode vip";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("service-has-no-task", "overlay-not-attachable");
  }
}
