package dockdiag.probes.firewall;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files of lines `NAME=value`, where a value may stand in quotes.
final class ShellVariables {

  private static final Pattern LINE =
      Pattern.compile("\\s*([A-Za-z0-9_]+)\\s*=\\s*\"?([^\"#]*?)\"?\\s*(?:#.*)?");

  private ShellVariables() {}

  /// Empty where there is no such file.
  static Optional<Map<String, String>> in(String path, Host host) throws Unobservable {
    try {
      return Optional.of(read(host.ask(new Request.ReadFile(Namespace.HOST, path)).body()));
    } catch (Unobservable absent) {
      if (absent.reason() == Reason.NOT_PRESENT) {
        return Optional.empty();
      }
      throw absent;
    }
  }

  private static Map<String, String> read(String text) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        variables.put(matcher.group(1), matcher.group(2));
      }
    }
    return variables;
  }
}
