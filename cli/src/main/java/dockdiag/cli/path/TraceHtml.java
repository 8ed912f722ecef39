package dockdiag.cli.path;

import dockdiag.cli.report.HtmlPage;
import dockdiag.playbooks.PathStep;
import java.util.ArrayList;
import java.util.List;

/// A trace as a page with a table.
final class TraceHtml {

  private final String page;

  TraceHtml(TraceReport report) {
    List<List<String>> rows = new ArrayList<>();
    for (PathStep step : report.steps()) {
      rows.add(cells(rows.size() + 1, step));
    }
    List<String> heads = TraceMarkdown.COLUMNS.stream().map(PathTexts::say).toList();
    this.page = HtmlPage.of(report.question(), report.sentence(), heads, rows);
  }

  private static List<String> cells(int number, PathStep step) {
    String word = step.direction() == PathStep.Direction.REPLY ? "reply" : "request";
    return List.of(
        Integer.toString(number),
        PathTexts.say(word) + " " + step.where(),
        step.stage(),
        (step.ref() + " " + step.rule()).strip(),
        step.verdict());
  }

  @Override
  public String toString() {
    return page;
  }
}
