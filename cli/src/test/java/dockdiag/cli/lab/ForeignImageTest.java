package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.debian.Command;
import dockdiag.testenv.debian.Extra;
import dockdiag.testenv.scenario.emulation.ArmWebsite;
import org.junit.jupiter.api.Test;

/// One image of arm64 on one engine, and all that can be wrong with its host in turn: five causes,
/// whose symptoms are three, and at last it runs.
class ForeignImageTest {

  private static final String HANDLER = "/proc/sys/fs/binfmt_misc/lab-aarch64";

  @Test
  void fiveCausesAreToldApartAndThenItIsHealthy() {
    try (DockerHost host = LabNeeded.start(ArmWebsite.ready())) {
      ArmWebsite.load(host, "linux/arm64");
      ArmWebsite.mount(host);
      assertCause(host, "no-emulator", "exec format error");

      ArmWebsite.register(host, "P");
      assertCause(host, "emulator-not-fixed", "no such file or directory");

      host.shell("rm /usr/bin/qemu-aarch64-static");
      assertCause(host, "emulator-missing", "no such file or directory");

      host.install(Extra.QEMU, "/");
      host.shell("echo -1 > " + HANDLER);
      ArmWebsite.register(host, "PF");
      host.shell("echo 0 > " + HANDLER);
      assertCause(host, "binfmt-disabled", "exec format error");

      host.shell("echo 1 > " + HANDLER);
      host.shell("docker swarm init --advertise-addr " + DockerHost.ADDRESS);
      assertCause(host, "kernel-feature-missing", "aarch64");
      host.shell("docker swarm leave --force");

      ArmWebsite.run(host);
      host.fromContainer("arm").awaitListening(8080);
      Asked healthy = Asked.of(host, "platform arm");
      assertThat(healthy.verdict()).as("%s", healthy.report()).isEqualTo("healthy");
      assertThat(healthy.diagnoses()).extracting(Asked::id).containsExactly("emulated-slowly");
      assertThat(uname(host)).contains("aarch64");
    }
  }

  private static void assertCause(DockerHost host, String slug, String said) {
    ArmWebsite.run(host);
    assertThat(uname(host)).contains(said);
    Asked asked = Asked.of(host, "platform arm");
    assertThat(asked.causes())
        .as("%s", asked.report())
        .filteredOn(one -> !Asked.text(one, "severity").equals("note"))
        .extracting(Asked::id)
        .containsExactly(slug);
    assertThat(asked.status()).isEqualTo(1);
  }

  private static String uname(DockerHost host) {
    Command.Ended ended = host.run("docker", "run", "--rm", ArmWebsite.IMAGE, "uname", "-m");
    return ended.out() + ended.err();
  }
}
