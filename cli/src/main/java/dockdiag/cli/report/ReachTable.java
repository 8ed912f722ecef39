package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Which clients get through, as a table for each port.
final class ReachTable {

  private static final int WIDEST_CELL = 46;

  /// A port more has a table in JSON alone.
  static final int MOST = 12;

  private final Lines lines;
  private final Sentences sentences;

  ReachTable(Lines lines, Sentences sentences) {
    this.lines = lines;
    this.sentences = sentences;
  }

  void write(Diagnosis diagnosis) {
    Map<Subject, ReachCells> tables = ReachCells.of(diagnosis, sentences);
    tables.entrySet().stream().limit(MOST).forEach(one -> table(one.getKey(), one.getValue()));
    if (tables.size() > MOST) {
      lines.blank();
      lines.text(0, sentences.count("reach.more", tables.size() - MOST));
    }
  }

  private void table(Subject subject, ReachCells table) {
    lines.blank();
    lines.heading(0, sentences.say("heading.reach", Map.of("subject", subject.toString())));
    List<List<String>> cells = new ArrayList<>(List.of(table.heads()));
    table.rows().forEach(row -> cells.add(table.cells(row).stream().map(this::shown).toList()));
    List<String> told = Columns.lines(cells);
    lines.text(2, told.getFirst());
    for (int i = 0; i < table.rows().size(); i++) {
      row(table.rows().get(i), told.get(i + 1));
    }
    table
        .notes()
        .forEach((mark, note) -> lines.item(2, new Lines.Label(Tone.PLAIN, mark + " "), note));
  }

  private void row(Reach row, String cells) {
    boolean fails = row.outcome().map(Reach.Fate::fails).orElse(false);
    lines.item(2, new Lines.Label(fails ? Tone.BAD : Tone.PLAIN, ""), cells);
    if (row.disagrees()) {
      lines.text(4, sentences.say("reach.disagree"));
    }
  }

  private String shown(String untrusted) {
    String cell = lines.glyphs().shown(untrusted);
    return cell.length() <= WIDEST_CELL
        ? cell
        : cell.substring(0, WIDEST_CELL - 3) + lines.glyphs().ellipsis();
  }
}
