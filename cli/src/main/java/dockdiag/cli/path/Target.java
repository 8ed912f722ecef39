package dockdiag.cli.path;

import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.probes.net.Port;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whom packets are to go to, as it was typed: `mysql`, `mysql:3306`, `[::1]:80`.
///
/// @param name without the brackets of an IPv6 address
public record Target(String name, Optional<Port> port) {

  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)](?::(.*))?");
  private static final Pattern PLAIN = Pattern.compile("([^:]*)(?::(.*))?");

  /// Reads it.
  ///
  /// @throws Stop where the port is none
  public static Target parse(String typed) {
    Matcher brackets = BRACKETS.matcher(typed);
    Matcher plain = PLAIN.matcher(typed);
    if (brackets.matches()) {
      return of(brackets);
    }
    return plain.matches() ? of(plain) : new Target(typed, Optional.empty()); // a bare IPv6 address
  }

  private static Target of(Matcher matcher) {
    Optional<String> port = Optional.ofNullable(matcher.group(2));
    return new Target(String.valueOf(matcher.group(1)), port.map(Target::port));
  }

  private static Port port(String text) {
    return Port.parse(text)
        .orElseThrow(() -> new Stop(ExitCode.USAGE, PathTexts.say("port.wrong", text)));
  }
}
