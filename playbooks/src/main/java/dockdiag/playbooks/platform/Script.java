package dockdiag.playbooks.platform;

import dockdiag.probes.tree.Head;
import java.util.Optional;

/// The first line of a script as the kernel reads it (linux/fs/binfmt_script.c): one program, and
/// all that stands behind it as one argument.
///
/// @param interpreter as it stands there, with whatever stands at its end
/// @param argument empty where there is none
public record Script(String interpreter, String argument) {

  private static final String ENV = "/env";

  /// Empty where the file does not begin with `#!` and a program.
  public static Optional<Script> of(Head head) {
    String text = head.text();
    if (!text.startsWith("#!")) {
      return Optional.empty();
    }
    int end = text.indexOf('\n');
    String line =
        text.substring(2, end < 0 ? text.length() : end).replaceAll("^[ \t]+|[ \t]+$", "");
    String[] words = line.split("[ \t]+", 2);
    return words[0].isEmpty()
        ? Optional.empty()
        : Optional.of(new Script(words[0], words.length < 2 ? "" : words[1]));
  }

  /// Whether its line ends as Windows ends lines: to the kernel, the carriage return belongs to the
  /// name.
  public boolean endsWithReturn() {
    return interpreter.endsWith("\r") || argument.endsWith("\r");
  }

  /// The program that env(1) is to look for in `PATH`, where it is asked to do so.
  public Optional<String> named() {
    String program = argument.startsWith("-S ") ? argument.substring(3).strip() : argument;
    String name = program.split("[ \t]+", 2)[0];
    boolean plain = !name.isEmpty() && !name.startsWith("-") && name.indexOf('=') < 0;
    return interpreter.endsWith(ENV) && plain ? Optional.of(name) : Optional.empty();
  }
}
