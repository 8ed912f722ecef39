package dockdiag.testenv.scenario.emulation;

import dockdiag.testenv.DockerHost;
import java.util.List;

/// Nobody mounted the file system of the handlers.
public final class BinfmtNotMounted implements Foreign {

  @Override
  public String description() {
    return "arm is for another processor, and binfmt_misc is not mounted.";
  }

  @Override
  public void arrange(DockerHost host) {
    ArmWebsite.load(host, "linux/arm64");
    ArmWebsite.run(host);
  }

  @Override
  public String evidence() {
    return "no /proc/sys/fs/binfmt_misc/status";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("no-emulator", "binfmt-disabled", "entrypoint-no-shebang");
  }

  @Override
  public void mend(DockerHost host) {
    ArmWebsite.mount(host);
    ArmWebsite.register(host, "PF");
  }
}
