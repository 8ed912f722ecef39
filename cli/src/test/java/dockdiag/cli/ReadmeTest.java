package dockdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.cli.command.DemoCommand;
import dockdiag.playbooks.Explanation;
import dockdiag.playbooks.Fault;
import dockdiag.playbooks.symptom.Playbooks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README shows is what dockdiag says; `-Ddockdiag.update` rewrites it.
class ReadmeTest {

  private static final Path README = Path.of("../README.md");
  private static final String END = "<!-- end -->\n";

  @Test
  void showsASessionThatWasCaptured(@TempDir Path folder) throws IOException {
    Path bundle = folder.resolve("demo.dockdiag.zip");
    try (InputStream in = DemoCommand.class.getResourceAsStream("demo.dockdiag.zip")) {
      Files.copy(in, bundle);
    }
    Spoken spoken = Spoken.to("replay", bundle.toString(), "ports", "mysql");
    assertThat(spoken.status()).isEqualTo(1);
    agree(
        "<!-- session: ports mysql -->\n",
        "```\n$ dockdiag ports mysql\n" + spoken.out() + "```\n");
  }

  @Test
  void listsEveryDiagnosis() throws IOException {
    StringBuilder table = new StringBuilder("| ID | what is wrong |\n|---|---|\n");
    for (Fault fault : Playbooks.faults()) {
      String title = Explanation.of(fault, "en").title();
      table.append("| `%s` | %s |%n".formatted(fault.slug(), title));
    }
    agree("<!-- diagnoses -->\n", table.toString());
  }

  @Test
  void namesEveryCommand() throws IOException {
    String readme = Files.readString(README);
    List<String> commands =
        List.of(
            "ports",
            "nat",
            "firewall",
            "dns",
            "ping",
            "netstat",
            "networks",
            "swarm",
            "trace",
            "explain",
            "list",
            "replay",
            "demo");
    assertThat(commands).allSatisfy(name -> assertThat(readme).contains("| `dockdiag " + name));
  }

  private static void agree(String begin, String expected) throws IOException {
    String readme = Files.readString(README);
    int from = readme.indexOf(begin) + begin.length();
    int to = readme.indexOf(END, from);
    if (System.getProperty("dockdiag.update") != null) {
      Files.writeString(README, readme.substring(0, from) + expected + readme.substring(to));
    } else {
      assertThat(readme.substring(from, to)).isEqualTo(expected);
    }
  }
}
