package dockdiag.cli.path;

import static dockdiag.cli.report.Markdown.cell;
import static dockdiag.cli.report.Markdown.plain;

import dockdiag.cli.report.Markdown;
import dockdiag.playbooks.PathStep;
import java.util.List;

/// A trace as a table of GitHub's Markdown.
final class TraceMarkdown {

  /// Keys of the columns' heads.
  static final List<String> COLUMNS =
      List.of("column.step", "column.where", "column.stage", "column.rule", "column.verdict");

  private final Markdown text = new Markdown();

  TraceMarkdown(TraceReport report) {
    text.line("**" + plain(report.question()) + "**").blank();
    text.head(COLUMNS.stream().map(PathTexts::say).toList());
    int number = 0;
    for (PathStep step : report.steps()) {
      text.row(cells(++number, step));
    }
    text.blank().line(plain(report.sentence()));
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
        PathTexts.say(word) + " " + cell(step.where()),
        plain(step.stage()),
        ref + cell(step.rule()),
        cell(step.verdict()));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
