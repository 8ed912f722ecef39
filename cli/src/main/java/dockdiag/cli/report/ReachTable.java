package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
    List<Integer> widths =
        IntStream.range(0, table.heads().size()).mapToObj(i -> width(cells, i)).toList();
    lines.text(2, joined(cells.getFirst(), widths));
    for (int i = 0; i < table.rows().size(); i++) {
      row(table.rows().get(i), joined(cells.get(i + 1), widths));
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

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String joined(List<String> row, List<Integer> widths) {
    StringBuilder joined = new StringBuilder();
    for (int column = 0; column < widths.size(); column++) {
      String cell = row.get(column);
      joined.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
    }
    return joined.toString().stripTrailing();
  }

  private String shown(String untrusted) {
    String cell = lines.glyphs().shown(untrusted);
    return cell.length() <= WIDEST_CELL
        ? cell
        : cell.substring(0, WIDEST_CELL - 3) + lines.glyphs().ellipsis();
  }
}
