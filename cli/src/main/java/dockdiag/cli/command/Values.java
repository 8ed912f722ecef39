package dockdiag.cli.command;

import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Texts;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/// Reads values of the command line.
public final class Values {

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m)");

  private Values() {}

  /// Teaches the command line to read them.
  public static CommandLine taughtTo(CommandLine commandLine) {
    return commandLine
        .registerConverter(Address.class, Values::address)
        .registerConverter(Duration.class, Values::duration)
        .registerConverter(Ignored.class, Ignored::parse);
  }

  /// A port of one protocol.
  ///
  /// @throws Stop where it is none
  static Port port(String text) {
    return Port.parse(text)
        .orElseThrow(() -> new Stop(ExitCode.USAGE, Texts.say("port.wrong", text)));
  }

  private static Address address(String text) {
    return Address.parse(text)
        .orElseThrow(() -> new TypeConversionException(Texts.say("address.wrong", text)));
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches() || matcher.group(1).matches("0+")) {
      throw new TypeConversionException(Texts.say("duration.wrong", text));
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofSeconds(number);
    };
  }
}
