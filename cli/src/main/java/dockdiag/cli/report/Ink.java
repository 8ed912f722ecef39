package dockdiag.cli.report;

import java.util.List;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/// Whether a report for people has colours; they never say more than its words.
public enum Ink {
  PLAIN,
  COLOUR;

  /// The text in that tone's colour.
  String paint(Tone tone, String text) {
    List<Style> styles = styles(tone);
    if (this == PLAIN || styles.isEmpty() || text.isEmpty()) {
      return text;
    }
    // Not Style.off: what ends bold type on one terminal begins underlined type on another.
    return Style.on(styles.toArray(IStyle[]::new)) + text + Style.reset.on();
  }

  private static List<Style> styles(Tone tone) {
    return switch (tone) {
      case GOOD -> List.of(Style.fg_green);
      case BAD -> List.of(Style.fg_red);
      case DOUBTFUL -> List.of(Style.fg_yellow);
      case HEADING -> List.of(Style.bold);
      case PLAIN -> List.of();
    };
  }
}
