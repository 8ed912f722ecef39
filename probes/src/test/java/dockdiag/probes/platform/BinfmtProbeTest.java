package dockdiag.probes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinfmtProbeTest {

  private static final String FOLDER = "/proc/sys/fs/binfmt_misc";
  private static final byte[] ARM64 = header("02010100000000000000000002", "00b7000100");
  private static final byte[] AMD64 = header("02010100000000000000000003", "003e000100");

  private final Answers answers = new Answers();

  @Test
  void anEmulatorTakesTheProgramsOfItsProcessorAlone() throws Unobservable {
    names("qemu-aarch64", "register", "status");
    file("status", "enabled\n");
    file(
        "qemu-aarch64",
        """
        enabled
        interpreter /usr/bin/qemu-aarch64-static
        flags: PF
        offset 0
        magic 7f454c460201010000000000000000000200b700
        mask ffffffffffffff00fffffffffffffffffeffffff
        """);
    Binfmt binfmt = new BinfmtProbe().observe(answers);
    assertThat(binfmt.state()).isEqualTo(Binfmt.State.ENABLED);
    BinfmtHandler handler = binfmt.handlers().getFirst();
    assertThat(handler.isEmulator()).isTrue();
    assertThat(handler.isFixed()).isTrue();
    assertThat(handler.takes(ARM64, "/app")).isTrue();
    assertThat(handler.takes(AMD64, "/app")).isFalse();
    assertThat(handler.takes(new byte[4], "/app")).isFalse();
  }

  @Test
  void aHandlerMayGoByTheNameOrHaveAShortMask() throws Unobservable {
    names("cli", "jar", "status");
    file("status", "disabled\n");
    file("jar", "disabled\ninterpreter /usr/bin/jexec\nflags: \nextension .jar\n");
    file("cli", "enabled\ninterpreter /usr/bin/cli\nflags: \noffset 1\nmagic 5a90\nmask 0f\n");
    Binfmt binfmt = new BinfmtProbe().observe(answers);
    assertThat(binfmt.state()).isEqualTo(Binfmt.State.DISABLED);
    assertThat(binfmt.handlers())
        .extracting(one -> one.takes(new byte[] {0, 0x0a, (byte) 0x90}, "/srv/app.jar"))
        .containsExactly(true, true);
    assertThat(binfmt.handlers()).extracting(BinfmtHandler::isEmulator).containsOnly(false);
  }

  @Test
  void whereItIsNotMountedThereIsNoStatus() throws Unobservable {
    names();
    assertThat(new BinfmtProbe().observe(answers))
        .isEqualTo(new Binfmt(Binfmt.State.NOT_MOUNTED, List.of()));
  }

  private void names(String... names) {
    answers.with(
        new Request.ListNames(Namespace.HOST, FOLDER), String.join("\n", List.of(names)) + "\n");
  }

  private void file(String name, String text) {
    answers.with(new Request.ReadFile(Namespace.HOST, FOLDER + "/" + name), text);
  }

  private static byte[] header(String... hex) {
    return HexFormat.of().parseHex("7f454c46" + String.join("", hex));
  }
}
