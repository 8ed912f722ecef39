package dockdiag.testenv.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MirrorTest {

  @Test
  void isTheMainArchiveOfDeb822Sources(@TempDir Path apt) throws IOException {
    Files.createDirectories(apt.resolve("sources.list.d"));
    Files.writeString(
        apt.resolve("sources.list.d/debian.sources"),
        """
        Types: deb
        URIs: http://mirror.example/debian-security
        Suites: bookworm-security

        Types: deb
        # comment
        URIs: http://mirror.example/debian http://other.example/debian
        Suites: bookworm bookworm-updates
        """);
    assertThat(Mirror.of(apt).uri()).isEqualTo("http://mirror.example/debian");
  }

  @Test
  void isTheMainArchiveOfOneLineSources(@TempDir Path apt) throws IOException {
    Files.writeString(
        apt.resolve("sources.list"),
        """
        # deb http://disabled.example/debian bookworm main
        deb http://security.example/debian-security bookworm-security main
        deb [arch=amd64 signed-by=/k.gpg] http://mirror.example/debian bookworm main
        """);
    assertThat(Mirror.of(apt).uri()).isEqualTo("http://mirror.example/debian");
  }

  @Test
  void withoutDebianSourcesTheLabIsUnavailable(@TempDir Path apt) {
    assertThatThrownBy(() -> Mirror.of(apt))
        .isInstanceOf(LabUnavailable.class)
        .hasMessageContaining("no Debian archive among the apt sources");
  }
}
