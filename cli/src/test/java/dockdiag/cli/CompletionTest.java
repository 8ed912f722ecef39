package dockdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dockdiag.testenv.debian.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts that let shells complete, loaded into those shells; docker is one that lists mysql
/// and redis.
class CompletionTest {

  private static final String DOCKER = "docker() { printf 'mysql\\nredis\\n'; }\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void bash() throws Exception {
    assertThat(inBash("dockdiag po")).isEqualTo("ports");
    assertThat(inBash("dockdiag ports --form")).isEqualTo("--format");
    assertThat(inBash("dockdiag ports --format ht")).isEqualTo("html");
    assertThat(inBash("dockdiag ports my")).isEqualTo("mysql");
    assertThat(inBash("dockdiag check my")).isEmpty();
  }

  @Test
  void zshTakesBashs() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/zsh")), "no zsh: apt-get install zsh");
    String script = "autoload -U +X compinit && compinit -u; source " + script("zsh");
    String loaded = Command.of("/usr/bin/zsh", "-fc", script + "; echo $_comps[dockdiag]").text();
    assertThat(loaded).contains("_dockdiag_with_names");
  }

  @Test
  void fish() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/fish")), "no fish: apt-get install fish");
    assertThat(inFish("dockdiag po")).isEqualTo("ports\twhy does the published port not answer?");
    assertThat(inFish("dockdiag ports --form")).startsWith("--format\tone of text, json, ");
    assertThat(inFish("dockdiag ports --format ht")).startsWith("html");
    assertThat(inFish("dockdiag ports my")).isEqualTo("mysql");
    assertThat(inFish("dockdiag check my")).isEmpty();
  }

  private String inBash(String line) throws Exception {
    String words = "COMP_WORDS=(" + line + "); COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ));";
    String ask = words + " _dockdiag_with_names; echo \"${COMPREPLY[@]}\"";
    return Command.of("bash", "--norc", "-c", DOCKER + "source " + script("bash") + ";" + ask)
        .text()
        .strip();
  }

  private String inFish(String line) throws Exception {
    String docker = "function docker; printf 'mysql\\nredis\\n'; end; source " + script("fish");
    return Command.of("/usr/bin/fish", "-Nc", docker + "; complete -C '" + line + "'")
        .with("HOME", folder.toString())
        .text()
        .strip();
  }

  private Path script(String shell) throws Exception {
    Spoken spoken = Spoken.to("completion", shell);
    assertThat(spoken.status()).isZero();
    return Files.writeString(folder.resolve(shell), spoken.out());
  }
}
