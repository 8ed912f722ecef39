package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Overview;
import java.util.ArrayList;
import java.util.List;

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
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        overview.columns().stream()
            .map(column -> sentences.say("overview.column." + column))
            .toList());
    overview.rows().forEach(row -> rows.add(row.stream().map(this::shown).toList()));
    Columns.lines(rows).forEach(line -> lines.text(2, line));
  }

  private String shown(String cell) {
    return lines.glyphs().shown(cell);
  }
}
