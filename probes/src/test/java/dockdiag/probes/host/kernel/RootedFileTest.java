package dockdiag.probes.host.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootedFileTest {

  private final Path root;

  RootedFileTest(@TempDir Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(root.resolve("etc/hosts"), "10.5.0.9 db\n");
  }

  @Test
  void linksAreFollowedAsThoseMeanThemWhoLiveThere() throws Exception {
    Files.createSymbolicLink(root.resolve("etc/absolute"), Path.of("/etc/hosts"));
    Files.createSymbolicLink(root.resolve("etc/climbing"), Path.of("../../../../etc/hosts"));
    assertThat(RootedFile.read(root.toString(), "/etc/absolute")).isEqualTo("10.5.0.9 db\n");
    assertThat(RootedFile.read(root.toString(), "/etc/climbing")).isEqualTo("10.5.0.9 db\n");
  }

  @Test
  void noLinkLeadsOut() throws Exception {
    Files.createSymbolicLink(root.resolve("etc/shadow"), Path.of("/proc/self/root/etc/hosts"));
    assertThat(failure("/etc/shadow").reason()).isEqualTo(Reason.NOT_PRESENT);
  }

  @Test
  void aPipeIsNotWaitedFor() throws Exception {
    Path pipe = root.resolve("etc/pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(failure("/etc/pipe").detail())
        .isEqualTo("/etc/pipe below " + root + ": no regular file");
  }

  @Test
  void whatIsNotThereIsNotPresent() {
    assertThat(failure("/etc/none").reason()).isEqualTo(Reason.NOT_PRESENT);
  }

  private Unobservable failure(String path) {
    return catchThrowableOfType(Unobservable.class, () -> RootedFile.read(root.toString(), path));
  }
}
