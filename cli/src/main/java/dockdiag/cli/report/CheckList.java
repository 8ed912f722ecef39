package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examined;
import dockdiag.playbooks.Outcome;
import dockdiag.playbooks.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The checks and what each came to, then what could not be checked and what would settle it.
final class CheckList {

  private static final int STATUS_COLUMNS = 9;

  private final Lines lines;
  private final Sentences sentences;
  private final Wording wording;

  CheckList(Lines lines, Sentences sentences, Wording wording) {
    this.lines = lines;
    this.sentences = sentences;
    this.wording = wording;
  }

  void write(Diagnosis diagnosis, Detail detail) {
    if (!diagnosis.checks().isEmpty()) {
      lines.blank();
      lines.heading(0, sentences.say("heading.checks"));
      one(diagnosis.checks(), detail);
      if (detail != Detail.VERBOSE) {
        inShort(diagnosis.checks());
      }
    }
    missing(diagnosis);
  }

  private void one(List<Examined> checks, Detail detail) {
    int slugs = checks.stream().mapToInt(one -> one.slug().length()).max().orElse(0) + 2;
    Map<Subject, List<Examined>> bySubject = new LinkedHashMap<>();
    for (Examined one : checks) {
      if (detail == Detail.VERBOSE || !foldable(one)) {
        bySubject.computeIfAbsent(one.subject(), _ -> new ArrayList<>()).add(one);
      }
    }
    bySubject.forEach(
        (subject, all) -> {
          lines.text(2, subject.toString());
          all.forEach(one -> row(one, slugs, detail));
        });
  }

  private void row(Examined one, int slugs, Detail detail) {
    Status status = Status.of(one.outcome());
    String slug = one.slug() + " ".repeat(slugs - one.slug().length());
    String came = wording.inShort(one);
    Lines.Label label = new Lines.Label(status.tone(), label(status).text() + slug);
    lines.item(4, label, detail == Detail.VERBOSE ? timed(came, one) : came);
  }

  private String timed(String came, Examined one) {
    String millis = Long.toString(TimeUnit.MICROSECONDS.toMillis(one.micros()));
    return one.micros() == 0
        ? came
        : sentences.say("millis", Map.of("detail", came, "millis", millis));
  }

  /// Whether it is counted only.
  static boolean foldable(Examined one) {
    return one.outcome() instanceof Outcome.Clear || one.outcome() instanceof Outcome.Skipped;
  }

  private void inShort(List<Examined> checks) {
    inShort(checks, wording, sentences)
        .forEach((status, told) -> told.forEach(line -> lines.item(2, label(status), line)));
  }

  /// How many passed, and how many were left out and why, in a line each.
  static Map<Status, List<String>> inShort(
      List<Examined> checks, Wording wording, Sentences sentences) {
    Map<Status, List<String>> told = new LinkedHashMap<>();
    long passed = checks.stream().filter(one -> one.outcome() instanceof Outcome.Clear).count();
    if (passed > 0) {
      told.put(Status.PASS, List.of(sentences.count("passed", passed)));
    }
    Map<String, Long> skipped =
        checks.stream()
            .map(Examined::outcome)
            .filter(Outcome.Skipped.class::isInstance)
            .map(outcome -> ((Outcome.Skipped) outcome).because())
            .collect(
                Collectors.groupingBy(
                    because -> because, LinkedHashMap::new, Collectors.counting()));
    told.put(
        Status.SKIP,
        skipped.entrySet().stream()
            .map(
                one ->
                    sentences.count("skipped", one.getValue())
                        + ": "
                        + wording.skipped(one.getKey()))
            .toList());
    return told;
  }

  private Lines.Label label(Status status) {
    String word = sentences.say("status." + status);
    return new Lines.Label(status.tone(), word + " ".repeat(STATUS_COLUMNS - word.length()));
  }

  private void missing(Diagnosis diagnosis) {
    List<Missing> all = Missing.of(diagnosis);
    if (all.isEmpty()) {
      return;
    }
    lines.blank();
    lines.heading(0, sentences.say("heading.missing"));
    for (Missing one : all) {
      one.bySubject().forEach((subject, slugs) -> lines.text(2, subject + ": " + slugs));
      lines.text(4, wording.reason(one.reason()) + ": " + one.detail());
      String remedy = wording.remedy(one.reason());
      lines.text(4, sentences.say("settle", Map.of("remedy", remedy)));
    }
  }
}
