package dockdiag.cli.report;

import java.util.stream.Collectors;

/// Which characters a report for people may use.
public enum Glyphs {
  /// All that Unicode has.
  UNICODE,
  /// ASCII alone; every other character is shown by its number.
  ASCII;

  private static final int LAST_OF_ASCII = 0x7e;

  /// Untrusted text as it may be shown.
  String shown(String text) {
    String visible = Untrusted.shown(text);
    return this == UNICODE ? visible : ascii(visible);
  }

  /// What stands between the parts of one line.
  String separator() {
    return this == UNICODE ? " · " : " - ";
  }

  /// What leads from a cause to what it brings about.
  String branch() {
    return this == UNICODE ? "└" : "`-";
  }

  /// That something was cut off.
  String ellipsis() {
    return this == UNICODE ? "…" : "...";
  }

  private static String ascii(String text) {
    return text.replace("…", "...")
        .codePoints()
        .mapToObj(
            point -> point > LAST_OF_ASCII ? Untrusted.number(point) : Character.toString(point))
        .collect(Collectors.joining());
  }
}
