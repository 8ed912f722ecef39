package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Which clients get through, as a table for each port.
final class ReachTable {

  private static final int WIDEST_CELL = 46;

  private record Column(String key, Function<Reach, Optional<String>> cell) {}

  private final Lines lines;
  private final Sentences sentences;

  ReachTable(Lines lines, Sentences sentences) {
    this.lines = lines;
    this.sentences = sentences;
  }

  void write(Diagnosis diagnosis) {
    Map<Subject, List<Reach>> bySubject = new LinkedHashMap<>();
    for (Reach row : diagnosis.reach()) {
      bySubject.computeIfAbsent(row.subject(), _ -> new ArrayList<>()).add(row);
    }
    bySubject.forEach(this::table);
  }

  private void table(Subject subject, List<Reach> rows) {
    lines.blank();
    lines.heading(0, sentences.say("heading.reach", Map.of("subject", subject.toString())));
    List<Column> columns = columns(rows);
    List<Integer> widths = columns.stream().map(column -> width(column, rows)).toList();
    List<String> heads = columns.stream().map(column -> sentences.say(column.key())).toList();
    lines.text(2, joined(heads, widths));
    for (Reach row : rows) {
      row(row, joined(columns.stream().map(column -> cell(column, row)).toList(), widths));
    }
    if (rows.stream().anyMatch(row -> row.from().equals("outside") && row.outcome().isEmpty())) {
      lines.text(2, sentences.say("reach.unsent"));
    }
  }

  /// What the rules say has a column only where they were evaluated.
  private static List<Column> columns(List<Reach> rows) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("reach.from", row -> Optional.of(row.from())));
    columns.add(new Column("reach.to", row -> Optional.of(row.to())));
    columns.add(
        new Column("reach.protocol", row -> Optional.of(row.protocol() + " " + row.family())));
    if (rows.stream().anyMatch(row -> row.predicted().isPresent())) {
      columns.add(new Column("reach.predicted", row -> row.predicted().map(Reach.Fate::toString)));
    }
    columns.add(new Column("reach.observed", row -> row.observed().map(Reach.Fate::toString)));
    return columns;
  }

  private void row(Reach row, String cells) {
    boolean fails = row.outcome().map(Reach.Fate::fails).orElse(false);
    lines.item(2, new Lines.Label(fails ? Tone.BAD : Tone.PLAIN, ""), cells);
    row.at().ifPresent(at -> lines.text(4, sentences.say("reach.at", Map.of("at", at))));
    if (disagree(row)) {
      lines.text(4, sentences.say("reach.disagree"));
    }
  }

  /// What a real packet saw is not what the rules say; the silence of a UDP server says nothing.
  private static boolean disagree(Reach row) {
    return row.predicted().isPresent()
        && row.observed().isPresent()
        && row.observed().get() != Reach.Fate.SILENT
        && row.predicted().get() != row.observed().get();
  }

  private int width(Column column, List<Reach> rows) {
    return rows.stream()
        .mapToInt(row -> cell(column, row).length())
        .reduce(sentences.say(column.key()).length(), Math::max);
  }

  private static String joined(List<String> row, List<Integer> widths) {
    StringBuilder joined = new StringBuilder();
    for (int column = 0; column < widths.size(); column++) {
      String cell = row.get(column);
      joined.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
    }
    return joined.toString().stripTrailing();
  }

  private String cell(Column column, Reach row) {
    String cell =
        lines.glyphs().shown(column.cell().apply(row).orElseGet(() -> sentences.say("reach.none")));
    return cell.length() <= WIDEST_CELL
        ? cell
        : cell.substring(0, WIDEST_CELL - 3) + lines.glyphs().ellipsis();
  }
}
