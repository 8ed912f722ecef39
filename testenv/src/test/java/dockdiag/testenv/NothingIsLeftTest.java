package dockdiag.testenv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.testenv.debian.Command;
import dockdiag.testenv.debian.LabFolder;
import dockdiag.testenv.debian.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NothingIsLeftTest {

  /// A JVM that starts a host, tells its traces, and never closes it.
  static final class Doomed {
    public static void main(String[] arguments) throws Exception {
      DockerHost host = busyHost();
      System.out.println(Traces.of(host).text());
      Thread.sleep(60_000);
      host.close();
    }
  }

  /// By what a host can be found on the machine: its namespaces' names and its own.
  record Traces(List<String> namespaces, String name) {

    static Traces of(DockerHost host) {
      String links = "readlink /proc/self/ns/net /proc/self/ns/mnt /proc/self/ns/pid; hostname";
      return of(host.shell(links).lines().toList());
    }

    static Traces of(List<String> lines) {
      return new Traces(lines.subList(0, 3), lines.get(3));
    }

    String text() {
      return String.join("\n", namespaces) + "\n" + name;
    }

    /// A killed process is still seen while the kernel takes it down.
    boolean isGone() {
      try {
        return left().equals("[][]");
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    /// All that is left of the host, a line each.
    String left() throws IOException {
      String namespaces =
          Command.of("sh", "-c", "find /proc/[0-9]*/ns -type l -printf '%p %l\\n' 2>/dev/null; :")
              .text();
      String groups = Command.of("find", "/sys/fs/cgroup", "-maxdepth", "2", "-name", name).text();
      String mounts = Files.readString(Path.of("/proc/self/mountinfo"));
      Path state = LabFolder.standard().hosts().resolve(name);
      return namespaces.lines().filter(l -> this.namespaces.stream().anyMatch(l::endsWith)).toList()
          + groups
          + mounts.lines().filter(l -> l.contains(name)).toList()
          + (Files.exists(state) ? state : "");
    }
  }

  @BeforeEach
  void lab() {
    LabNeeded.orSkip();
  }

  @Test
  void afterCloseNothingIsLeft() throws IOException {
    Traces traces;
    try (DockerHost host = busyHost()) {
      traces = Traces.of(host);
      assertThat(traces.left()).contains(traces.namespaces()).contains("/memory/" + traces.name());
    }
    assertThat(traces.left()).isEqualTo("[][]");
  }

  @Test
  void aPausedContainerIsThawedAndGoesToo() throws IOException {
    Traces traces;
    try (DockerHost host = busyHost()) {
      traces = Traces.of(host);
      host.docker().pauseContainerCmd("idle").exec();
      assertThat(traces.left()).contains("/freezer/" + traces.name());
    }
    DockerHost.awaitThat("the thawed process to go", traces::isGone);
    assertThat(traces.left()).isEqualTo("[][]");
  }

  @Test
  void anEngineThatDoesNotStartSaysWhyAndLeavesNothing() throws IOException {
    assertThatThrownBy(() -> DockerHost.on(Suite.BOOKWORM).daemonJson("{\"bip\": 1}").start())
        .hasMessageStartingWith("dockerd does not start")
        .hasMessageContaining("unable to configure the Docker daemon with file");

    String ours = "lab-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> states = Files.list(LabFolder.standard().hosts())) {
      assertThat(states.filter(s -> s.getFileName().toString().startsWith(ours))).isEmpty();
    }
  }

  @Test
  void afterTheJvmWasKilledNothingIsLeft() throws Exception {
    Process jvm = doomed();
    Traces traces = Traces.of(jvm.inputReader().lines().limit(4).toList());
    jvm.destroyForcibly().waitFor();

    Instant end = Instant.now().plusSeconds(20);
    while (!traces.left().equals("[][]") && Instant.now().isBefore(end)) {
      Vantage.pause();
    }
    assertThat(traces.left()).isEqualTo("[][]");
  }

  @Test
  void whatAKilledGuardCouldNotTakeAwayGoesWithTheNextStart() throws Exception {
    Process jvm = doomed();
    Traces traces = Traces.of(jvm.inputReader().lines().limit(4).toList());
    Path guard = LabFolder.standard().hosts().resolve(traces.name()).resolve("guard.pid");
    ProcessHandle.of(Long.parseLong(Files.readString(guard))).orElseThrow().destroyForcibly();
    jvm.destroyForcibly().waitFor();
    assertThat(traces.left()).contains(traces.namespaces());

    DockerHost.on(Suite.BOOKWORM).start().close();
    assertThat(traces.left()).isEqualTo("[][]");
  }

  private static Process doomed() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Doomed.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static DockerHost busyHost() {
    DockerHost host = LabNeeded.start(DockerHost.on(Suite.BOOKWORM));
    host.container("web").publish("8080:80").command("httpd", "-f", "-p", "80").start();
    host.container("idle").command("sleep", "1000").start();
    return host;
  }
}
