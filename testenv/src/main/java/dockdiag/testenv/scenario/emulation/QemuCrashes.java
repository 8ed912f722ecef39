package dockdiag.testenv.scenario.emulation;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The emulator gives the program a stack that is too small for it; on a processor of its own it
/// would have what it needs.
public final class QemuCrashes implements Foreign {

  private static final String DEEP = "n=0; f() { n=$((n+1)); [ $n -gt 300 ] || f; }; f; echo done";

  @Override
  public String description() {
    return "arm is for another processor, and its program crashes on the emulator.";
  }

  @Override
  public void arrange(DockerHost host) {
    ArmWebsite.load(host, "linux/arm64");
    ArmWebsite.mount(host);
    ArmWebsite.register(host, "PF");
    // linux-user/main.c
    run(host, "--env", "QEMU_STACK_SIZE=65536");
  }

  @Override
  public Symptom symptom() {
    return Symptom.fails("docker", "start", "--attach", "arm");
  }

  @Override
  public String evidence() {
    return "qemu: uncaught target signal 11";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("no-emulator", "container-not-running", "entrypoint-no-shebang");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("arm");
    run(host, "--env", "HOME=/");
  }

  /// No signal of its own ends the first process of a pid namespace, so QEMU is not the first.
  private static void run(DockerHost host, String option, String value) {
    host.run(
        "docker",
        "run",
        "--init",
        "--name",
        "arm",
        option,
        value,
        ArmWebsite.IMAGE,
        "sh",
        "-c",
        DEEP);
  }
}
