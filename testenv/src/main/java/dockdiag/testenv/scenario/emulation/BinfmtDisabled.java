package dockdiag.testenv.scenario.emulation;

import dockdiag.testenv.DockerHost;
import java.util.List;

/// The handler is there and switched off.
public final class BinfmtDisabled implements Foreign {

  @Override
  public String description() {
    return "arm is for another processor, and its handler is switched off.";
  }

  @Override
  public void arrange(DockerHost host) {
    ArmWebsite.load(host, "linux/arm64");
    ArmWebsite.mount(host);
    ArmWebsite.register(host, "PF");
    host.shell("echo 0 > /proc/sys/fs/binfmt_misc/lab-aarch64");
    ArmWebsite.run(host);
  }

  @Override
  public String evidence() {
    return "lab-aarch64: disabled";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("no-emulator", "emulator-not-fixed");
  }
}
