package dockdiag.cli;

import dockdiag.cli.command.Work;
import dockdiag.cli.session.Streams;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What dockdiag said to one command line, and how it ended.
public record Spoken(int status, String out, String err) {

  /// Carries out the words as a script would, without a terminal.
  public static Spoken to(String... words) {
    return in(Map.of("DOCKER_HOST", "unix:///nonexistent/docker.sock"), words);
  }

  /// The same, in that environment.
  public static Spoken in(Map<String, String> environment, String... words) {
    return reading(InputStream.nullInputStream(), environment, words);
  }

  /// The same, with something to read.
  static Spoken reading(InputStream in, Map<String, String> environment, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Streams streams =
        new Streams(
            in, new PrintWriter(out), new PrintWriter(err, true), Streams.Terminal.NO, environment);
    int status = Dockdiag.execute(new Work(streams, List.of(words), Optional.empty()));
    return new Spoken(status, out.toString(), err.toString());
  }
}
