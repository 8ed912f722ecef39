package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Which clients get through, as a table for each port.
final class ReachTable {

  private static final int WIDEST_CELL = 46;

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
    List<List<String>> cells = new ArrayList<>(List.of(header()));
    rows.forEach(row -> cells.add(cells(row)));
    List<Integer> widths =
        IntStream.range(0, header().size()).mapToObj(column -> width(cells, column)).toList();
    lines.text(2, joined(cells.getFirst(), widths));
    for (int i = 0; i < rows.size(); i++) {
      row(rows.get(i), joined(cells.get(i + 1), widths));
    }
  }

  private void row(Reach row, String cells) {
    boolean fails = row.outcome().map(Reach.Fate::fails).orElse(false);
    lines.item(2, new Lines.Label(fails ? Tone.BAD : Tone.PLAIN, ""), cells);
    row.at().ifPresent(at -> lines.text(4, sentences.say("reach.at", Map.of("at", at))));
    if (disagree(row)) {
      lines.text(4, sentences.say("reach.disagree"));
    }
  }

  private List<String> header() {
    return List.of(
        sentences.say("reach.from"),
        sentences.say("reach.to"),
        sentences.say("reach.protocol"),
        sentences.say("reach.predicted"),
        sentences.say("reach.observed"));
  }

  private List<String> cells(Reach row) {
    String none = sentences.say("reach.none");
    return List.of(
        row.from(),
        row.to(),
        row.protocol() + " " + row.family(),
        row.predicted().map(Reach.Fate::toString).orElse(none),
        row.observed().map(Reach.Fate::toString).orElse(none));
  }

  /// What a real packet saw is not what the rules say; the silence of a UDP server says nothing.
  private static boolean disagree(Reach row) {
    return row.predicted().isPresent()
        && row.observed().isPresent()
        && row.observed().get() != Reach.Fate.SILENT
        && row.predicted().get() != row.observed().get();
  }

  private int width(List<List<String>> cells, int column) {
    return cells.stream().mapToInt(row -> shown(row, column).length()).max().orElse(0);
  }

  private String joined(List<String> row, List<Integer> widths) {
    StringBuilder joined = new StringBuilder();
    for (int column = 0; column < widths.size(); column++) {
      String cell = shown(row, column);
      joined.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
    }
    return joined.toString().stripTrailing();
  }

  private String shown(List<String> row, int column) {
    String cell = lines.glyphs().shown(row.get(column));
    return cell.length() <= WIDEST_CELL
        ? cell
        : cell.substring(0, WIDEST_CELL - 3) + lines.glyphs().ellipsis();
  }
}
