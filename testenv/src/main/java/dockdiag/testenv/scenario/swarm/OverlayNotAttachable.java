package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Swarm;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// An overlay network that takes the tasks of services alone.
public final class OverlayNotAttachable implements Scenario {

  @Override
  public String description() {
    return "The network backend is not attachable, so that the container shop does not start.";
  }

  @Override
  public void arrange(DockerHost host) {
    Swarm.init(host, DockerHost.ADDRESS);
    Swarm.network(host, "");
    host.load(Image.BOX);
    host.run("sh", "-c", "docker run --detach --name shop --network backend lab/box:1 sleep 9999");
  }

  @Override
  public Symptom symptom() {
    return Symptom.fails("docker", "start", "shop");
  }

  @Override
  public String command() {
    return "swarm";
  }

  @Override
  public String evidence() {
    return "not manually attachable";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("service-has-no-task", "vip-without-ipvs");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("docker network rm " + Swarm.NETWORK);
    Swarm.network(host);
  }
}
