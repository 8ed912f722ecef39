package dockdiag.testenv.scenario.platform;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// A swarm on a kernel without IPVS; the lab's own has none.
public final class KernelFeatureMissing implements Scenario {

  @Override
  public String description() {
    return "A swarm's service is published, and the kernel has no IPVS to balance it.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.load(Image.WEB);
    // the engine asks there first, and takes the image that it has where it is refused at once
    host.shell("echo 127.0.0.1 registry-1.docker.io >> /etc/hosts");
    host.shell("docker swarm init --advertise-addr " + DockerHost.ADDRESS);
    host.shell(
        "docker service create --detach --no-resolve-image --name web --publish 8080:8080"
            + " lab/web:1");
    // the engine asks the registry twice before it believes that nobody is there
    host.shell("until docker service ls | grep -q 1/1; do sleep 0.2; done");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.REFUSED);
  }

  @Override
  public String command() {
    return "platform";
  }

  @Override
  public String evidence() {
    return "CONFIG_IP_VS is not set";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("no-listener", "cgroup-mismatch");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("docker swarm leave --force");
    Website.web(host).serve(8080);
  }
}
