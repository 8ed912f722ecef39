package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.DockerHostTest;
import dockdiag.testenv.scenario.socket.ListenerOnLoopback;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shell as a person has it: keys go in by tmux, and its screen is read.
@DockerHostTest(shared = true)
class ShellInTmuxTest {

  private static final String ENGINE = "$(pidof dockerd)";
  private static final String CAUSE = "listener-on-loopback";

  @Test
  void aSession(DockerHost host, @TempDir Path folder) throws Exception {
    new ListenerOnLoopback().arrange(host);
    try (Tmux tmux = Tmux.running(environment(host, folder), folder)) {
      tmux.anew().types("ports ").presses("Tab").awaits("mysql   (lab/mysql:10.11, running)");
      tmux.presses("C-c").anew().types("prts").awaits("> prts");
      assertThat(tmux.styled()).contains("\u001b[31mprts"); // red: there is no such command
      tmux.presses("C-c").anew().types("ports my").presses("Tab").awaits("> ports mysql");
      tmux.presses("Enter").awaits("BROKEN: mysql 3306/tcp").awaits("$ dockdiag ports mysql");
      tmux.awaits(" s old").awaits(" · engine 20.10.24+dfsg1 · ");
      assertThat(tmux.screen().lines()).allMatch(line -> line.length() <= Tmux.COLUMNS);

      tmux.anew().types("why").presses("Enter").awaits("by hand:").awaits("FAIL  ");
      tmux.anew().types("trace 1").presses("Enter").awaits("$ dockdiag trace outside");
      tmux.anew().types("save ticket.md").presses("Enter").awaits("Session saved to ticket.md");
      assertThat(folder.resolve("ticket.md"))
          .content()
          .contains("# `dockdiag ports mysql`", "## BROKEN", CAUSE, "```mermaid");

      host.shell("kill -STOP " + ENGINE);
      tmux.anew().types("check --timeout 60s").presses("Enter").pauses().presses("C-c");
      tmux.awaits("interrupted");
      host.shell("kill -CONT " + ENGINE);
      // what was asked before is suggested, and taken
      tmux.anew().types("ports my").presses("C-e").awaits("> ports mysql");
      tmux.presses("Enter").awaits("$ dockdiag ports mysql");

      tmux.anew().types("exit").presses("Enter").awaits("status 0");
    }
    Path history = folder.resolve("state/dockdiag/history");
    assertThat(history).content().contains("ports mysql", "save ticket.md");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
        .isEqualTo("rw-------");
  }

  private static Map<String, String> environment(DockerHost host, Path folder) {
    return Map.of(
        "DOCKER_HOST",
        "unix://" + host.socket(),
        "XDG_STATE_HOME",
        folder.resolve("state").toString());
  }
}
