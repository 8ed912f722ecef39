package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examined;
import dockdiag.playbooks.Overview;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Clients, overviews, stages, checks and what was missing, as the page's template takes them.
record HtmlTables(Sentences sentences, Wording wording) {

  List<Map<String, Object>> of(Diagnosis diagnosis) {
    List<Map<String, Object>> tables = new ArrayList<>();
    Map<Subject, ReachCells> clients = ReachCells.of(diagnosis, sentences);
    clients.entrySet().stream()
        .limit(ReachTable.MOST)
        .forEach(one -> tables.add(clients(one.getKey().toString(), one.getValue())));
    if (clients.size() > ReachTable.MOST) {
      String more = sentences.count("reach.more", clients.size() - ReachTable.MOST);
      tables.add(HtmlPage.table(more, List.of(), List.of(), List.of()));
    }
    diagnosis.overview().stream()
        .filter(overview -> !overview.rows().isEmpty())
        .forEach(overview -> tables.add(overview(overview)));
    if (!diagnosis.stages().isEmpty()) {
      List<List<String>> rows =
          diagnosis.stages().stream().map(one -> List.of(one.source(), one.fact())).toList();
      tables.add(HtmlPage.table(sentences.say("heading.stages"), List.of(), rows, List.of()));
    }
    return tables;
  }

  private Map<String, Object> clients(String subject, ReachCells table) {
    String heading = sentences.say("heading.reach", Map.of("subject", subject));
    List<String> notes =
        table.notes().entrySet().stream()
            .map(note -> note.getKey() + " " + note.getValue())
            .toList();
    List<List<String>> rows = table.rows().stream().map(row -> cells(row, table)).toList();
    return HtmlPage.table(heading, table.heads(), rows, notes);
  }

  private List<String> cells(Reach row, ReachCells table) {
    List<String> cells = new ArrayList<>(table.cells(row));
    if (row.disagrees()) {
      cells.add(cells.removeLast() + " " + sentences.say("reach.disagree"));
    }
    return cells;
  }

  private Map<String, Object> overview(Overview overview) {
    List<String> heads =
        overview.columns().stream()
            .map(column -> sentences.say("overview.column." + column))
            .toList();
    String heading = sentences.say("overview." + overview.key());
    return HtmlPage.table(heading, heads, overview.rows(), List.of());
  }

  /// Folded; none where nothing was examined.
  List<Map<String, Object>> checks(Diagnosis diagnosis, Detail detail) {
    if (diagnosis.checks().isEmpty()) {
      return List.of();
    }
    List<Map<String, String>> rows =
        diagnosis.checks().stream()
            .filter(one -> detail == Detail.VERBOSE || !CheckList.foldable(one))
            .map(this::check)
            .toList();
    List<String> counted =
        detail == Detail.VERBOSE
            ? List.of()
            : CheckList.inShort(diagnosis.checks(), wording, sentences).values().stream()
                .flatMap(List::stream)
                .toList();
    return List.of(
        Map.of("heading", sentences.say("heading.checks"), "rows", rows, "counted", counted));
  }

  private Map<String, String> check(Examined one) {
    Status status = Status.of(one.outcome());
    return Map.of(
        "status", sentences.say("status." + status),
        "tone", status.tone().toString(),
        "subject", one.subject().toString(),
        "slug", one.slug(),
        "detail", wording.inShort(one));
  }

  List<Map<String, Object>> missing(Diagnosis diagnosis) {
    List<Map<String, Object>> all = Missing.of(diagnosis).stream().map(this::missing).toList();
    return all.isEmpty()
        ? List.of()
        : List.of(Map.of("heading", sentences.say("heading.missing"), "all", all));
  }

  private Map<String, Object> missing(Missing one) {
    Stream<String> subjects =
        one.bySubject().entrySet().stream().map(each -> each.getKey() + ": " + each.getValue());
    return Map.of(
        "subjects",
        subjects.toList(),
        "reason",
        wording.reason(one.reason()) + ": " + one.detail(),
        "settle",
        sentences.say("settle", Map.of("remedy", wording.remedy(one.reason()))));
  }
}
