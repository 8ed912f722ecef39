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

  private record Column(String key, Function<Reach, String> cell) {}

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
    List<Reach.At> notes = rows.stream().flatMap(row -> row.at().stream()).distinct().toList();
    List<Column> columns = columns(notes);
    List<Integer> widths = columns.stream().map(column -> width(column, rows)).toList();
    List<String> heads = columns.stream().map(column -> sentences.say(column.key())).toList();
    lines.text(2, joined(heads, widths));
    for (Reach row : rows) {
      row(row, joined(columns.stream().map(column -> cell(column, row)).toList(), widths));
    }
    for (Reach.At note : notes) {
      lines.item(2, new Lines.Label(Tone.PLAIN, mark(note, notes) + " "), sentence(note));
    }
  }

  private List<Column> columns(List<Reach.At> notes) {
    return List.of(
        new Column("reach.from", Reach::from),
        new Column("reach.to", Reach::to),
        new Column("reach.protocol", row -> row.protocol() + " " + row.family()),
        new Column("reach.predicted", row -> predicted(row, notes)),
        new Column("reach.observed", row -> told(row.observed(), "reach.unsent")));
  }

  private String predicted(Reach row, List<Reach.At> notes) {
    String fate = told(row.predicted(), "reach.undecided");
    return row.at().map(at -> fate + " " + mark(at, notes)).orElse(fate);
  }

  private String told(Optional<Reach.Fate> fate, String none) {
    return fate.map(Reach.Fate::toString).orElseGet(() -> sentences.say(none));
  }

  private static String mark(Reach.At note, List<Reach.At> notes) {
    return "[" + (notes.indexOf(note) + 1) + "]";
  }

  private void row(Reach row, String cells) {
    boolean fails = row.outcome().map(Reach.Fate::fails).orElse(false);
    lines.item(2, new Lines.Label(fails ? Tone.BAD : Tone.PLAIN, ""), cells);
    if (row.disagrees()) {
      lines.text(4, sentences.say("reach.disagree"));
    }
  }

  private String sentence(Reach.At at) {
    return sentences.say(
        "reach.at." + at.why(), Map.of("place", at.place(), "detail", at.detail()));
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
    String cell = lines.glyphs().shown(column.cell().apply(row));
    return cell.length() <= WIDEST_CELL
        ? cell
        : cell.substring(0, WIDEST_CELL - 3) + lines.glyphs().ellipsis();
  }
}
