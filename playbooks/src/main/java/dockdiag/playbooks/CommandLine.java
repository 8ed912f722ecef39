package dockdiag.playbooks;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Commands for a person to paste into a POSIX shell.
public final class CommandLine {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private CommandLine() {}

  /// Words joined into one command, each quoted where a shell would see more in it than itself:
  /// names come from the engine or from a bundle and may be anything.
  public static String of(String... words) {
    return Arrays.stream(words).map(CommandLine::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
