package dockdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.host.EvidenceBundle;
import dockdiag.testenv.Recordings;
import dockdiag.testenv.debian.Command;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shell, its commands from a pipe.
class ShellTest {

  @TempDir private Path folder = Path.of("");
  private String quiet = "";

  @BeforeEach
  void record() throws Exception {
    Path shop = folder.resolve("shop.dockdiag.zip");
    EvidenceBundle.read(Recordings.named("shop")).write(shop);
    quiet = "replay " + shop + " ports mysql --quiet";
  }

  @Test
  void itCarriesOutLineByLineWithoutAPrompt() {
    Spoken spoken = script("# a comment", "", quiet, "  explain  'no-listener' ");
    assertThat(spoken.status()).isZero();
    assertThat(spoken.err()).isEmpty();
    assertThat(spoken.out()).startsWith("HEALTHY: ").contains("\n# ").doesNotContain("dockdiag>");
  }

  @Test
  void itEndsWithWhatWeighsMost() {
    String unreachable = "check";
    String wrong = "explain nothing-at-all";
    assertThat(script(quiet).status()).isZero();
    assertThat(script(unreachable, quiet).status()).isEqualTo(3);
    assertThat(script(unreachable, wrong, quiet).status()).isEqualTo(2);
    assertThat(script("exit", wrong)).isEqualTo(new Spoken(0, "", ""));
  }

  @Test
  void aClientWithoutANumberEndsNothing() {
    Spoken spoken = script(quiet, "trace ''", "trace 01", "trace 0", "explain no-listener");
    assertThat(spoken.status()).isEqualTo(2);
    assertThat(spoken.out()).contains("HEALTHY: ", "# ");
  }

  @Test
  void ofTheLastReportMoreIsTold() {
    Spoken spoken = script(quiet, "why no-listener", "last --format json");
    assertThat(spoken.err()).isEmpty();
    assertThat(spoken.out()).contains("ok       no-listener", "\"schema\": \"dockdiag.report/1\"");
    assertThat(script("last").err()).isEqualTo("dockdiag: Nothing was asked yet.\n");
    assertThat(script(quiet, "why overlay-peer-missing").err())
        .isEqualTo("dockdiag: The last report did not look for overlay-peer-missing.\n");
    assertThat(script(quiet, "trace 1").err()).contains("is of a recording");
    assertThat(script("trace").err()).contains("names no clients");
  }

  @Test
  void theContainerInUseIsLeftOut() {
    assertThat(script("use web", "ports 80 -q", "dns db -q", "netstat", "ping db -q").err())
        .contains("$ dockdiag ports web 80 -q\n")
        .contains("$ dockdiag dns web db -q\n")
        .contains("$ dockdiag netstat web\n")
        .contains("$ dockdiag ping web db -q\n");
    assertThat(script("use web", "ports redis -q", "ping a b -q", "use", "ports -q").err())
        .doesNotContain("$ dockdiag");
  }

  @Test
  void theSessionIsSavedAsATicket() {
    Path ticket = folder.resolve("ticket.md");
    Spoken spoken = script("save " + ticket, quiet, "list", "demo --help", "save " + ticket);
    assertThat(spoken.err())
        .isEqualTo("dockdiag: Nothing to save yet.\nSession saved to " + ticket + "\n");
    assertThat(ticket)
        .content()
        .startsWith("# `dockdiag replay ")
        .contains("## HEALTHY: ", "# `dockdiag demo --help`\n\n```text\nUsage: dockdiag demo");
  }

  @Test
  void secretsOfCommandLinesAreNotInTheTicket() {
    Path ticket = folder.resolve("ticket.md");
    script("egress web http://me:sesame@192.0.2.1 --help", "save " + ticket);
    assertThat(ticket).content().contains("192.0.2.1").doesNotContain("sesame");
  }

  @Test
  void whatIsWrongIsSaidAndTheNextLineIsRead() {
    Spoken spoken = script("prts mysql", "explain 'no-listener", "!id", quiet);
    assertThat(spoken.err())
        .isEqualTo(
            """
            dockdiag: There is no command prts; nearest: ports, netstat (see dockdiag --help)
            dockdiag: A quotation mark has no other end.
            dockdiag: Commands of the host are off; dockdiag --allow-shell lets them.
            """);
    assertThat(spoken.out()).startsWith("HEALTHY");
  }

  @Test
  void noShellOpensInAShell() {
    assertThat(script("--allow-shell", "!id").err()).contains("are off");
  }

  @Test
  void whoAsksNothingIsToldWhatThereIs() {
    assertThat(script("# nothing")).isEqualTo(Spoken.to("--help"));
  }

  @Test
  void plainCommandsDoNotLoadTheEditorOfLines() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String loaded =
        Command.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                path,
                "dockdiag.cli.Dockdiag",
                "explain",
                "no-listener")
            .text();
    assertThat(loaded).contains("] dockdiag.cli.command.ExplainCommand ");
    assertThat(loaded).doesNotContain("] org.jline."); // the JDK has a copy of its own
  }

  private static Spoken script(String... lines) {
    String text = String.join("\n", List.of(lines));
    return Spoken.reading(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        Map.of("DOCKER_HOST", "unix:///nonexistent/docker.sock"));
  }
}
