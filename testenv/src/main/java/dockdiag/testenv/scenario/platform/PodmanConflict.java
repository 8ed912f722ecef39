package dockdiag.testenv.scenario.platform;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Extra;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// podman-docker is installed over Docker's own command.
public final class PodmanConflict implements Scenario {

  @Override
  public String description() {
    return "The command docker is podman's, and does not see the engine's containers.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("mv /usr/bin/docker /usr/bin/docker.own");
    host.install(Extra.PODMAN_DOCKER, "/");
  }

  @Override
  public Symptom symptom() {
    return Symptom.fails("docker", "inspect", "web");
  }

  @Override
  public String command() {
    return "platform";
  }

  @Override
  public String evidence() {
    return "/usr/lib/tmpfiles.d/podman-docker.conf";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("cgroup-mismatch", "kernel-feature-missing");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("rm /usr/lib/tmpfiles.d/podman-docker.conf; mv /usr/bin/docker.own /usr/bin/docker");
  }
}
