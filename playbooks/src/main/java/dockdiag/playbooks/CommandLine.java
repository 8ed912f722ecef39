package dockdiag.playbooks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Commands for a person to paste into a POSIX shell.
public final class CommandLine {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  /// A plain word, a lone `!`, or one in single quotes, and the space behind it.
  private static final Pattern WORD =
      Pattern.compile("([A-Za-z0-9_@%+=:,./-]+|!|'[^']*'(?:\\\\''[^']*')*)(?: +|$)");

  private CommandLine() {}

  /// Words joined into one command, each quoted where a shell would see more in it than itself:
  /// names come from the engine or from a bundle and may be anything.
  public static String of(String... words) {
    return Arrays.stream(words).map(CommandLine::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /// The words of a command that [#of] joined; empty where a shell would do more with it than part
  /// it into words.
  public static Optional<List<String>> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command);
    int end = 0;
    while (end < command.length() && matcher.find(end) && matcher.start() == end) {
      String word = matcher.group(1);
      words.add(word.startsWith("'") ? unquoted(word) : word);
      end = matcher.end();
    }
    return end == command.length() ? Optional.of(List.copyOf(words)) : Optional.empty();
  }

  private static String unquoted(String word) {
    return word.substring(1, word.length() - 1).replace("'\\''", "'");
  }
}
