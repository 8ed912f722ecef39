package dockdiag.testenv.scenario.platform;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// A hierarchy that the runtime needs is unmounted under a running engine.
public final class CgroupMismatch implements Scenario {

  @Override
  public String description() {
    return "The hierarchy devices of cgroup v1 is not mounted any more, so nothing starts.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("umount /sys/fs/cgroup/devices");
  }

  @Override
  public Symptom symptom() {
    return Symptom.fails("docker", "run", "--rm", "lab/web:1", "true");
  }

  @Override
  public String command() {
    return "platform";
  }

  @Override
  public String evidence() {
    return "cgroup version 1";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("kernel-too-old", "podman-conflict");
  }
}
