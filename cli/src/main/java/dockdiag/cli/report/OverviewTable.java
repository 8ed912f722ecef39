package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Overview;
import java.util.List;
import java.util.stream.IntStream;

/// What a playbook shows besides faults, a table each.
final class OverviewTable {

  private final Lines lines;
  private final Sentences sentences;

  OverviewTable(Lines lines, Sentences sentences) {
    this.lines = lines;
    this.sentences = sentences;
  }

  void write(Diagnosis diagnosis) {
    diagnosis.overview().stream().filter(one -> !one.rows().isEmpty()).forEach(this::table);
  }

  private void table(Overview overview) {
    lines.blank();
    lines.heading(0, sentences.say("overview." + overview.key()));
    List<String> heads =
        overview.columns().stream()
            .map(column -> sentences.say("overview.column." + column))
            .toList();
    List<Integer> widths =
        IntStream.range(0, heads.size()).mapToObj(i -> width(overview, heads.get(i), i)).toList();
    lines.text(2, joined(heads, widths));
    overview
        .rows()
        .forEach(row -> lines.text(2, joined(row.stream().map(this::shown).toList(), widths)));
  }

  private int width(Overview overview, String head, int column) {
    return overview.rows().stream()
        .mapToInt(row -> shown(row.get(column)).length())
        .reduce(head.length(), Math::max);
  }

  private String shown(String cell) {
    return lines.glyphs().shown(cell);
  }

  private static String joined(List<String> row, List<Integer> widths) {
    StringBuilder joined = new StringBuilder();
    for (int column = 0; column < widths.size(); column++) {
      String cell = row.get(column);
      joined.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
    }
    return joined.toString().stripTrailing();
  }
}
