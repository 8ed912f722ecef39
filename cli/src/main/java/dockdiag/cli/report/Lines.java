package dockdiag.cli.report;

import java.util.ArrayList;
import java.util.List;

/// Lines of text of a limited width, wrapped by words; commands alone are never wrapped.
///
/// All text passes through [Untrusted], whoever wrote it.
final class Lines {

  /// Longer texts are cut: a report for people is no place for a container's whole log.
  private static final int LONGEST = 1000;

  /// What begins a line and is coloured: `FAIL    `.
  record Label(Tone tone, String text) {}

  private static final Label NONE = new Label(Tone.PLAIN, "");

  private final int width;
  private final Glyphs glyphs;
  private final Ink ink;
  private final StringBuilder written = new StringBuilder();

  Lines(int width, Glyphs glyphs, Ink ink) {
    this.width = width;
    this.glyphs = glyphs;
    this.ink = ink;
  }

  Glyphs glyphs() {
    return glyphs;
  }

  void blank() {
    written.append('\n');
  }

  void heading(int indent, String text) {
    wrapped(shortened(text), width - indent)
        .forEach(line -> line(indent, ink.paint(Tone.HEADING, line)));
  }

  /// A paragraph, indented by so many columns.
  void text(int indent, String text) {
    item(indent, NONE, text);
  }

  /// A paragraph behind a label; its further lines begin below the first's text.
  void item(int indent, Label label, String text) {
    int hang = indent + label.text().length();
    String before = ink.paint(label.tone(), label.text());
    for (String line : wrapped(shortened(text), width - hang)) {
      line(before.isEmpty() ? hang : indent, before + line);
      before = "";
    }
  }

  /// A command on a line of its own, whole, however long it is.
  void command(int indent, String command) {
    line(indent, "$ " + Untrusted.shown(command));
  }

  @Override
  public String toString() {
    return written.toString();
  }

  private void line(int indent, String text) {
    written.append((" ".repeat(indent) + text).stripTrailing()).append('\n');
  }

  private String shortened(String text) {
    String shown = glyphs.shown(text);
    return shown.length() <= LONGEST
        ? shown
        : shown.substring(0, shown.offsetByCodePoints(0, LONGEST / 2)) + glyphs.ellipsis();
  }

  private static List<String> wrapped(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && columns(line) + 1 + columns(word) > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
      breakUp(line, columns, lines);
    }
    lines.add(line.toString());
    return lines;
  }

  /// A word longer than a line is broken where the line ends.
  private static void breakUp(StringBuilder line, int columns, List<String> lines) {
    while (columns(line) > columns) {
      int cut = line.offsetByCodePoints(0, columns);
      lines.add(line.substring(0, cut));
      line.delete(0, cut);
    }
  }

  private static int columns(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }
}
