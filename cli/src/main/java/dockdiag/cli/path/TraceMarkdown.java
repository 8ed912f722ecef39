package dockdiag.cli.path;

import dockdiag.cli.report.Untrusted;
import dockdiag.playbooks.PathStep;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A trace as a table of GitHub's Markdown.
///
/// What somebody else wrote stands between backticks, more of them than it has in a row itself,
/// where nothing in it is obeyed but the bar that parts cells, which is escaped.
final class TraceMarkdown {

  private static final List<String> COLUMNS =
      List.of("column.step", "column.where", "column.stage", "column.rule", "column.verdict");

  private final StringBuilder text = new StringBuilder();

  TraceMarkdown(TraceReport report) {
    text.append("**").append(plain(report.question())).append("**\n\n");
    row(COLUMNS.stream().map(PathTexts::say).toList());
    row(COLUMNS.stream().map(_ -> "---").toList());
    int number = 0;
    for (PathStep step : report.steps()) {
      row(cells(++number, step));
    }
    text.append('\n').append(plain(report.sentence())).append('\n');
  }

  private static List<String> cells(int number, PathStep step) {
    String word = step.direction() == PathStep.Direction.REPLY ? "reply" : "request";
    String counter =
        step.packets().isPresent()
            ? " " + PathTexts.say("counter", step.packets().getAsLong())
            : "";
    String ref = step.ref().isEmpty() ? "" : plain(step.ref()) + counter + " ";
    return List.of(
        Integer.toString(number),
        PathTexts.say(word) + " " + code(step.where()),
        plain(step.stage()),
        ref + code(step.rule()),
        code(step.verdict()));
  }

  private void row(List<String> cells) {
    text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /// As code: the bar alone is still obeyed in a table.
  private static String code(String untrusted) {
    String shown = Untrusted.shown(untrusted).replace("|", "\\|");
    if (shown.isEmpty()) {
      return "";
    }
    int run = 0;
    int longest = 0;
    for (int i = 0; i < shown.length(); i++) {
      run = shown.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    String space = longest > 0 ? " " : "";
    return fence + space + shown + space + fence;
  }

  /// As text: whatever Markdown or HTML would obey is written as an entity.
  private static String plain(String untrusted) {
    Map<Integer, String> entities =
        Map.of((int) '<', "&lt;", (int) '>', "&gt;", (int) '&', "&amp;");
    StringBuilder plain = new StringBuilder();
    Untrusted.shown(untrusted)
        .codePoints()
        .forEach(
            point -> {
              if ("\\`*_{}[]()#!|~@".indexOf(point) >= 0) {
                plain.append('\\');
              }
              plain.append(entities.getOrDefault(point, Character.toString(point)));
            });
    return plain.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
