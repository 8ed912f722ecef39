package dockdiag.testenv.scenario.network;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Two ways out of a container, and the engine takes the one that leads nowhere.
public final class GatewayAmbiguous implements Scenario {

  @Override
  public String description() {
    return "web leaves by a network without masquerading.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.network(host, "");
    Pair.web(host).serve(8080);
    host.shell(
        "docker network create --subnet 10.20.9.0/24"
            + " --opt com.docker.network.bridge.enable_ip_masquerade=false aside");
    host.shell("docker network connect aside web");
  }

  @Override
  public Symptom symptom() {
    return Symptom.pinged(Outcome.TIMED_OUT, "docker exec web", "198.51.100.2");
  }

  @Override
  public String command() {
    return "networks";
  }

  @Override
  public String evidence() {
    return "default dev eth1";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("subnet-overlap");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("docker network disconnect aside web");
    host.shell("docker network rm aside");
  }
}
