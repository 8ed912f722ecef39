package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.cli.Spoken;
import dockdiag.cli.command.DemoCommand;
import dockdiag.probes.host.Entry;
import dockdiag.probes.host.EvidenceBundle;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.DockerHostTest;
import dockdiag.testenv.scenario.BrokenShop;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the demo shows is what a real engine shows; its recording is taken here with
/// `-Ddockdiag.update`.
@DockerHostTest
class DemoRecordingTest {

  private static final Path DEMO =
      Path.of("src/main/resources/dockdiag/cli/command/demo.dockdiag.zip");

  @Test
  void eachQuestionNamesItsCauseOnARealEngine(DockerHost host, @TempDir Path folder)
      throws Exception {
    new BrokenShop().arrange(host);
    Map<String, EvidenceBundle> bundles = new LinkedHashMap<>();
    Map<String, Integer> ended = new LinkedHashMap<>();
    for (List<String> question : DemoCommand.questions()) {
      Path file = folder.resolve(bundles.size() + ".dockdiag.zip");
      Spoken spoken =
          Spoken.in(
              Map.of("DOCKER_HOST", "unix://" + host.socket()),
              Stream.concat(question.stream(), Stream.of("--save", file.toString()))
                  .toArray(String[]::new));
      ended.put(String.join(" ", question), spoken.status());
      bundles.put(String.join(" ", question), EvidenceBundle.read(file));
    }
    assertThat(ended.values()).containsExactly(1, 0, 1, 1, 1, 1);
    if (System.getProperty("dockdiag.update") != null) {
      together(bundles).write(DEMO);
    }
  }

  private static EvidenceBundle together(Map<String, EvidenceBundle> bundles) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    bundles.values().forEach(bundle -> entries.putAll(bundle.entries()));
    return EvidenceBundle.of(bundles.values().iterator().next().header(), entries.values());
  }
}
