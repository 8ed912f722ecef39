package dockdiag.cli.session;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;

/// Where dockdiag speaks, and what its surroundings tell it.
///
/// @param in what the shell reads its commands from; no other command reads it
/// @param out reports alone
/// @param err everything else
/// @param terminal whether a person types `in` and sees `out` directly
/// @param environment the environment's variables
public record Streams(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Terminal terminal,
    Map<String, String> environment) {

  /// What standard input and output are.
  public enum Terminal {
    /// A terminal.
    YES,
    /// A pipe or a file.
    NO
  }

  public Streams {
    environment = Map.copyOf(environment);
  }
}
