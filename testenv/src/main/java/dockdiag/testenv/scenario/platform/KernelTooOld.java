package dockdiag.testenv.scenario.platform;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Extra;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The engine runs under the personality UNAME26 (personality(2)): it and its containers are told
/// that the kernel is a 2.6, which a program refuses to start on.
public final class KernelTooOld implements Scenario {

  @Override
  public String description() {
    return "The engine and its containers see a kernel 2.6, and a program says that it is too old.";
  }

  /// setarch(8) of Debian 12 itself would refuse to start under it.
  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(Suite.TRIXIE).install(Extra.SETARCH).under("setarch", "--uname-2.6");
  }

  @Override
  public void arrange(DockerHost host) {
    host.load(Image.BOX);
  }

  @Override
  public Symptom symptom() {
    String program = "case $(uname -r) in 2.*) echo FATAL: kernel too old; exit 1; esac";
    return Symptom.fails("docker", "run", "--rm", "lab/box:1", "sh", "-c", program);
  }

  @Override
  public String command() {
    return "platform";
  }

  @Override
  public String evidence() {
    return "kernel 2.6.";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("cgroup-mismatch", "podman-conflict");
  }

  @Override
  public void mend(DockerHost host) {
    host.under();
    host.restartEngine();
  }
}
