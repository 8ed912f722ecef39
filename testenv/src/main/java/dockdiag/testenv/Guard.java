package dockdiag.testenv;

import dockdiag.testenv.debian.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process that outlives this JVM, however it dies, and then takes one lab host away.
final class Guard implements AutoCloseable {
  private final Process process;

  private Guard(Process process) {
    this.process = process;
  }

  /// Makes the state folder and watches over it. What earlier guards could not take away goes too.
  static Guard over(Path hosts, String name) {
    try {
      removeStale(hosts);
      Path state = hosts.resolve(name);
      Files.createDirectories(state);
      Process process = start(state);
      Files.writeString(state.resolve("guard.pid"), "" + process.pid());
      return new Guard(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    end(process);
  }

  static String script(String name) {
    try (InputStream stream = Guard.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process start(Path state) throws IOException {
    String name = state.getFileName().toString();
    return Command.of("sh", "-c", script("guard.sh"), "dockdiag-guard", "" + state, name)
        .builder()
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  private static void end(Process process) {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the lab host was not taken away within 30 s");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void removeStale(Path hosts) throws IOException {
    try (Stream<Path> entries = Files.list(hosts)) {
      for (Path state : entries.filter(entry -> !watched(entry)).toList()) {
        end(start(state));
      }
    }
  }

  /// A folder is watched while its guard lives, or while the JVM in its name is about to start one.
  private static boolean watched(Path state) {
    return Stream.of(pidInName(state), pidInFile(state.resolve("guard.pid")))
        .flatMap(Optional::stream)
        .anyMatch(Guard::isOurs);
  }

  private static boolean isOurs(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(handle -> handle.info().command())
        .filter(command -> List.of("java", "sh", "dash", "busybox").contains(fileName(command)))
        .isPresent();
  }

  private static String fileName(String command) {
    return command.substring(command.lastIndexOf('/') + 1);
  }

  private static Optional<Long> pidInName(Path state) {
    String[] words = state.getFileName().toString().split("-");
    return words.length == 3 ? number(words[1]) : Optional.empty();
  }

  private static Optional<Long> pidInFile(Path file) {
    try {
      return Files.exists(file) ? number(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> number(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
