package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which clients get through to one subject, cell by cell, and why the others do not.
final class ReachCells {

  private final Sentences sentences;
  private final List<Reach> rows;
  private final List<Reach.At> notes;

  private ReachCells(Sentences sentences, List<Reach> rows) {
    this.sentences = sentences;
    this.rows = rows;
    this.notes = rows.stream().flatMap(row -> row.at().stream()).distinct().toList();
  }

  /// A table for each subject, in order.
  static Map<Subject, ReachCells> of(Diagnosis diagnosis, Sentences sentences) {
    Map<Subject, List<Reach>> bySubject = new LinkedHashMap<>();
    for (Reach row : diagnosis.reach()) {
      bySubject.computeIfAbsent(row.subject(), _ -> new ArrayList<>()).add(row);
    }
    Map<Subject, ReachCells> tables = new LinkedHashMap<>();
    bySubject.forEach((subject, rows) -> tables.put(subject, new ReachCells(sentences, rows)));
    return tables;
  }

  List<Reach> rows() {
    return rows;
  }

  List<String> heads() {
    return List.of(
        sentences.say("reach.from"),
        sentences.say("reach.to"),
        sentences.say("reach.protocol"),
        sentences.say("reach.predicted"),
        sentences.say("reach.observed"));
  }

  List<String> cells(Reach row) {
    return List.of(
        row.from(),
        row.to(),
        row.protocol() + " " + row.family(),
        predicted(row),
        told(row.observed(), "reach.unsent"));
  }

  /// What the marks mean, by mark.
  Map<String, String> notes() {
    Map<String, String> told = new LinkedHashMap<>();
    notes.forEach(note -> told.put(mark(note), sentence(note)));
    return told;
  }

  private String predicted(Reach row) {
    String fate = told(row.predicted(), "reach.undecided");
    return row.at().map(at -> fate + " " + mark(at)).orElse(fate);
  }

  private String told(Optional<Reach.Fate> fate, String none) {
    return fate.map(Reach.Fate::toString).orElseGet(() -> sentences.say(none));
  }

  private String mark(Reach.At note) {
    return "[" + (notes.indexOf(note) + 1) + "]";
  }

  private String sentence(Reach.At at) {
    return sentences.say(
        "reach.at." + at.why(), Map.of("place", at.place(), "detail", at.detail()));
  }
}
