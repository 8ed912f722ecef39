package dockdiag.testenv.scenario.emulation;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Extra;
import java.util.List;

/// The emulator was removed, its handler stayed.
public final class EmulatorMissing implements Foreign {

  @Override
  public String description() {
    return "arm is for another processor, and the emulator of its handler is gone.";
  }

  @Override
  public void arrange(DockerHost host) {
    ArmWebsite.load(host, "linux/arm64");
    ArmWebsite.mount(host);
    ArmWebsite.register(host, "P");
    host.shell("rm " + ArmWebsite.EMULATOR);
    ArmWebsite.run(host);
  }

  @Override
  public String evidence() {
    return "/usr/bin/qemu-aarch64-static: missing";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("emulator-not-fixed", "loader-missing");
  }

  @Override
  public void mend(DockerHost host) {
    host.install(Extra.QEMU, "/");
    host.shell("echo -1 > /proc/sys/fs/binfmt_misc/lab-aarch64");
    ArmWebsite.register(host, "PF");
  }
}
