package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.cli.Spoken;
import dockdiag.probes.host.Entry;
import dockdiag.probes.host.EvidenceBundle;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.DockerHostTest;
import dockdiag.testenv.scenario.BrokenShop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is saved on a real host is replayed without it: the same bytes, the same exit status.
@DockerHostTest
class ReplayTest {

  private static final String PASSWORD = "correct-horse-battery-staple";

  private static final List<List<String>> QUESTIONS =
      List.of(
          List.of("ports", "mysql"),
          List.of("ports", "mysql", "3306/tcp", "--verbose", "--color", "always"),
          List.of("ports", "mysql", "--format", "json", "--passive"),
          List.of("ports", "frontend-2", "--from", "198.51.100.2", "--ascii"),
          List.of("ports", "redis", "--quiet"),
          List.of("netstat", "mysql"),
          List.of("netstat", "frontend-1", "--format", "json"));

  @Test
  void aReplaySaysWhatWasSaidLive(DockerHost host, @TempDir Path folder) throws Exception {
    new BrokenShop().arrange(host);
    for (List<String> question : QUESTIONS) {
      Path file = folder.resolve("case.dockdiag.zip");
      Spoken live = live(host, question, "--save", file.toString());
      Spoken replayed = Spoken.to("replay", file.toString());
      assertThat(replayed).isEqualTo(new Spoken(live.status(), live.out(), replayed.err()));
      assertThat(replayed.out()).as(String.join(" ", question)).isNotEmpty();
      assertThat(texts(file)).noneMatch(text -> text.contains(PASSWORD));
    }
  }

  @Test
  void secretsAreKeptOnRequestAloneAndTheNameSaysSo(DockerHost host, @TempDir Path folder)
      throws Exception {
    new BrokenShop().arrange(host);
    Path file = folder.resolve("case.dockdiag.zip");
    live(host, List.of("ports", "mysql"), "--no-redact", "--save", file.toString());
    assertThat(file).doesNotExist();
    Path raw = folder.resolve("case-RAW.dockdiag.zip");
    assertThat(texts(raw)).anyMatch(text -> text.contains(PASSWORD));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(raw)))
        .isEqualTo("rw-------");
  }

  private static Spoken live(DockerHost host, List<String> question, String... more) {
    String[] words = Stream.concat(question.stream(), Stream.of(more)).toArray(String[]::new);
    return Spoken.in(Map.of("DOCKER_HOST", "unix://" + host.socket()), words);
  }

  private static Stream<String> texts(Path bundle) throws Exception {
    return EvidenceBundle.read(bundle).entries().values().stream()
        .filter(Entry.Answered.class::isInstance)
        .map(entry -> ((Entry.Answered) entry).response().body());
  }
}
