package dockdiag.cli.lab;

import dockdiag.cli.Dockdiag;
import dockdiag.testenv.debian.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// dockdiag's shell in a terminal of tmux(1), typed into and read from its screen.
final class Tmux implements AutoCloseable {

  /// As wide and as high as terminals were first.
  static final int COLUMNS = 80;

  private static final int ROWS = 24;
  private static final String PROGRAM = "/usr/bin/tmux";

  private final Path socket;

  private Tmux(Path socket) {
    this.socket = socket;
  }

  /// Starts the shell; skips the test where there is no tmux.
  ///
  /// @param folder it works there, and its socket lies there
  static Tmux running(Map<String, String> environment, Path folder) {
    Assumptions.assumeTrue(Files.isExecutable(Path.of(PROGRAM)), "no tmux: apt-get install tmux");
    Tmux tmux = new Tmux(folder.resolve("tmux"));
    String variables =
        environment.entrySet().stream()
            .map(one -> one.getKey() + "='" + one.getValue() + "'")
            .collect(Collectors.joining(" "));
    String line = "env " + variables + " " + java() + "; echo status $?; sleep 60";
    tmux.does("-f", "/dev/null", "new-session", "-d", "-x", "" + COLUMNS, "-y", "" + ROWS, "-c")
        .and(folder.toString(), line)
        .text();
    return tmux;
  }

  /// Types it, as a person would.
  Tmux types(String text) {
    does("send-keys", "-l", text).text();
    return this;
  }

  /// Presses a key: `Tab`, `C-c`.
  Tmux presses(String key) {
    does("send-keys", key).text();
    return this;
  }

  /// Waits until the screen shows it.
  Tmux awaits(String text) {
    await(text, () -> screen().contains(text));
    return this;
  }

  /// What the screen shows, and what has left it at the top.
  String screen() {
    return does("capture-pane", "-p", "-S", "-").text();
  }

  private String visible() {
    return does("capture-pane", "-p").text();
  }

  /// What it shows now, colours as terminals take them (ECMA-48, SGR).
  String styled() {
    return does("capture-pane", "-p", "-e").text();
  }

  /// Waits for an empty prompt, and begins a new screen with it.
  Tmux anew() {
    await("an empty prompt", () -> isReady(lastLine()));
    presses("C-l");
    await("a new screen", () -> isReady(visible().lines().findFirst().orElse("")));
    does("clear-history").text();
    return this;
  }

  /// Nothing is typed yet; at the right stands what is known of the host.
  private static boolean isReady(String line) {
    return line.startsWith("dockdiag>")
        && line.substring("dockdiag>".length()).startsWith("      ");
  }

  private String lastLine() {
    return screen().lines().filter(line -> !line.isBlank()).reduce("", (_, line) -> line);
  }

  @Override
  public void close() {
    does("kill-server").text();
  }

  private void await(String what, BooleanSupplier isSo) {
    Instant end = Instant.now().plusSeconds(60);
    while (!isSo.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("not on the screen: " + what + "\n" + screen());
      }
      pause();
    }
  }

  private Command does(String... words) {
    return Command.of(PROGRAM, "-u", "-S", socket.toString()).and(words);
  }

  private static String java() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED",
            "-Djnr.ffi.asm.enabled=false -cp '" + path + "'",
            Dockdiag.class.getName())
        .collect(Collectors.joining(" "));
  }

  /// Leaves what was typed the time to begin; longer than it needs, and never long enough to end.
  Tmux pauses() {
    IntStream.range(0, 20).forEach(_ -> pause());
    return this;
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
