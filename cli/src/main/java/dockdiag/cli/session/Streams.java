package dockdiag.cli.session;

import java.io.PrintWriter;
import java.util.Map;

/// Where dockdiag speaks, and what its surroundings tell it.
///
/// @param out reports alone
/// @param err everything else
/// @param terminal whether a person sees `out` directly
/// @param environment the environment's variables
public record Streams(
    PrintWriter out, PrintWriter err, Terminal terminal, Map<String, String> environment) {

  /// What standard output is.
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
