package dockdiag.testenv.debian;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/// A command of the machine that the lab runs on, run to its end.
public record Command(List<String> words, Map<String, String> environment, Duration limit) {

  /// What is left of a command that ended.
  public record Ended(List<String> words, int status, String out, String err) {

    /// Its standard output; a status other than 0 is an exception with what it complained about.
    public String text() {
      if (status != 0) {
        throw new IllegalStateException(
            String.join(" ", words) + " ended with " + status + ": " + (out + err).strip());
      }
      return out;
    }
  }

  /// Root's commands are looked for wherever Debian has them, whatever the caller's path.
  static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  public Command {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  public static Command of(String... words) {
    return of(List.of(words));
  }

  public static Command of(List<String> words) {
    return new Command(words, Map.of(), Duration.ofMinutes(10));
  }

  public Command with(String variable, String value) {
    return new Command(words, Map.of(variable, value), limit);
  }

  public Command within(Duration duration) {
    return new Command(words, environment, duration);
  }

  public Command and(String... more) {
    List<String> all = new ArrayList<>(words);
    Collections.addAll(all, more);
    return new Command(all, environment, limit);
  }

  /// Standard output of a command that must succeed.
  public String text() {
    return run().text();
  }

  public Ended run() {
    try {
      Process process = builder().start();
      process.getOutputStream().close();
      FutureTask<String> out = collect(process.getInputStream());
      FutureTask<String> err = collect(process.getErrorStream());
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new IllegalStateException(String.join(" ", words) + " did not end within " + limit);
      }
      return new Ended(words, process.exitValue(), out.get(), err.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: " + String.join(" ", words), e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /// For a process that is to go on: where its streams go is the caller's choice.
  public ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("PATH", PATH);
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(environment);
    builder.directory(Path.of("/").toFile());
    return builder;
  }

  private static FutureTask<String> collect(InputStream stream) {
    FutureTask<String> task =
        new FutureTask<>(() -> new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    Thread.ofVirtual().start(task);
    return task;
  }
}
