package dockdiag.cli.report;

/// Text from a container, an image, a name server or a bundle, made fit for a terminal.
///
/// What would move the cursor, colour the screen, turn the direction of writing, or hide, is shown
/// by its number: `\x1b`, `\u202e`. A line break is shown as `\n`.
public final class Untrusted {

  private static final int LAST_OF_ONE_BYTE = 0xff;

  private Untrusted() {}

  /// The text on one line, everything in it visible.
  public static String shown(String text) {
    if (text.codePoints().noneMatch(Untrusted::hidden)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(point -> append(shown, point));
    return shown.toString();
  }

  /// Whether a terminal would obey it instead of showing it.
  static boolean hidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static void append(StringBuilder shown, int point) {
    if (point == '\n') {
      shown.append("\\n");
    } else if (hidden(point)) {
      shown.append(number(point));
    } else {
      shown.appendCodePoint(point);
    }
  }

  /// How a character is shown by its number.
  static String number(int point) {
    return point <= LAST_OF_ONE_BYTE ? "\\x%02x".formatted(point) : "\\u%04x".formatted(point);
  }
}
