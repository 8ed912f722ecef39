package dockdiag.probes.daemon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// dockerd's flags: `--name=value`, `--name value`, `--name` of those that are true or false, and
/// `-H` for `--host`.
final class CommandLine {

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private CommandLine() {}

  /// Empty where it is not dockerd that was started.
  static Optional<CommandLine> ofDockerd(List<String> argv) {
    String program = argv.isEmpty() ? "" : argv.getFirst();
    if (!program.substring(program.lastIndexOf('/') + 1).equals("dockerd")) {
      return Optional.empty();
    }
    CommandLine line = new CommandLine();
    for (int i = 1; i < argv.size(); i++) {
      line.flag(argv.get(i), i + 1 < argv.size() ? argv.get(i + 1) : "--");
    }
    return Optional.of(line);
  }

  private void flag(String word, String next) {
    if (word.equals("-H")) {
      flag("--host", next);
    }
    if (!word.startsWith("--")) {
      return;
    }
    int equals = word.indexOf('=');
    String name = word.substring(2, equals < 0 ? word.length() : equals);
    String value = equals >= 0 ? word.substring(equals + 1) : next.startsWith("-") ? "" : next;
    values.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
  }

  /// The value; where a flag is given more than once, all of them, parted by commas.
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).map(given -> String.join(",", given));
  }
}
