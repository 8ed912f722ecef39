package dockdiag.testenv.scenario.emulation;

import dockdiag.testenv.DockerHost;
import java.util.List;

/// The handler has no flag F.
public final class EmulatorNotFixed implements Foreign {

  @Override
  public String description() {
    return "arm is for another processor, and its emulator is looked for inside the container.";
  }

  @Override
  public void arrange(DockerHost host) {
    ArmWebsite.load(host, "linux/arm64");
    ArmWebsite.mount(host);
    ArmWebsite.register(host, "P");
    ArmWebsite.run(host);
  }

  @Override
  public String evidence() {
    return "flags: P";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("emulator-missing", "entrypoint-missing", "loader-missing");
  }
}
