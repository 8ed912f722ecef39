package dockdiag.testenv.scenario.emulation;

import dockdiag.testenv.DockerHost;
import java.util.List;

/// No handler was registered since the last start.
public final class NoEmulator implements Foreign {

  @Override
  public String description() {
    return "arm is for another processor, and no handler takes it.";
  }

  @Override
  public void arrange(DockerHost host) {
    ArmWebsite.load(host, "linux/arm64");
    ArmWebsite.mount(host);
    ArmWebsite.run(host);
  }

  @Override
  public String evidence() {
    return "handlers: nothing";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("binfmt-disabled", "binfmt-not-mounted", "entrypoint-no-shebang");
  }

  @Override
  public void mend(DockerHost host) {
    ArmWebsite.register(host, "PF");
  }
}
