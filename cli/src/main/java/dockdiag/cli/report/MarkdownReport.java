package dockdiag.cli.report;

import static dockdiag.cli.report.Markdown.cell;
import static dockdiag.cli.report.Markdown.plain;

import dockdiag.cli.diagram.Mermaid;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Examined;
import dockdiag.playbooks.Overview;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The report for a ticket: the same as [TextReport] tells, in GitHub's Markdown, what is long
/// folded.
public record MarkdownReport() implements ReportWriter {

  @Override
  public void write(Report report, Appendable target) throws IOException {
    Markdown text = new Markdown();
    Sentences sentences = new Sentences();
    Wording wording = new Wording(sentences);
    Diagnosis diagnosis = report.diagnosis();
    String verdict = sentences.say("verdict." + diagnosis.verdict());
    text.line("## " + verdict + ": " + plain(VerdictSentence.of(diagnosis, sentences)));
    FindingMarkdown findings = new FindingMarkdown(text, sentences, wording);
    if (report.detail() == Detail.QUIET) {
      findings.inShort(diagnosis);
    } else {
      findings.write(diagnosis, report.detail());
      reach(diagnosis, text, sentences);
      drawings(report, text, sentences);
      diagnosis.overview().forEach(overview -> overview(overview, text, sentences));
      stages(diagnosis, text, sentences);
      checks(diagnosis, report.detail(), text, wording, sentences);
      missing(diagnosis, text, wording, sentences);
      footer(report, text, sentences);
    }
    target.append(text.toString());
  }

  private static void reach(Diagnosis diagnosis, Markdown text, Sentences sentences) {
    Map<Subject, ReachCells> tables = ReachCells.of(diagnosis, sentences);
    tables.entrySet().stream()
        .limit(ReachTable.MOST)
        .forEach(one -> reach(one.getKey(), one.getValue(), text, sentences));
    if (tables.size() > ReachTable.MOST) {
      text.blank().line(sentences.count("reach.more", tables.size() - ReachTable.MOST));
    }
  }

  private static void reach(Subject subject, ReachCells table, Markdown text, Sentences sentences) {
    String heading = sentences.say("heading.reach", Map.of("subject", subject.toString()));
    text.blank().line("### " + plain(heading)).blank().head(table.heads());
    for (Reach row : table.rows()) {
      String wrong = row.disagrees() ? " " + plain(sentences.say("reach.disagree")) : "";
      List<String> cells = table.cells(row).stream().map(Markdown::plain).toList();
      text.row(
          List.of(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4) + wrong));
    }
    table.notes().forEach((mark, note) -> text.blank().line(plain(mark) + " " + plain(note)));
  }

  private static void drawings(Report report, Markdown text, Sentences sentences) {
    report
        .topology()
        .ifPresent(
            topology ->
                text.blank()
                    .line("### " + plain(sentences.say("heading.networks")))
                    .blank()
                    .block("mermaid", Mermaid.of(topology)));
    if (!report.diagnosis().path().isEmpty()) {
      text.blank()
          .line("### " + plain(sentences.say("heading.path")))
          .blank()
          .block("mermaid", Mermaid.of(report.diagnosis().path()));
    }
  }

  private static void overview(Overview overview, Markdown text, Sentences sentences) {
    if (overview.rows().isEmpty()) {
      return;
    }
    text.blank().line("### " + plain(sentences.say("overview." + overview.key()))).blank();
    text.head(
        overview.columns().stream()
            .map(column -> plain(sentences.say("overview.column." + column)))
            .toList());
    overview.rows().forEach(row -> text.row(row.stream().map(Markdown::plain).toList()));
  }

  private static void stages(Diagnosis diagnosis, Markdown text, Sentences sentences) {
    if (diagnosis.stages().isEmpty()) {
      return;
    }
    text.blank().line("### " + plain(sentences.say("heading.stages"))).blank();
    for (Evidence stage : diagnosis.stages()) {
      text.line("- " + plain(stage.source()) + ": " + Markdown.code(stage.fact()));
    }
  }

  private static void checks(
      Diagnosis diagnosis, Detail detail, Markdown text, Wording wording, Sentences sentences) {
    if (diagnosis.checks().isEmpty()) {
      return;
    }
    text.blank().line("<details>");
    text.line("<summary>" + plain(sentences.say("heading.checks")) + "</summary>").blank();
    text.head(List.of("", "", "", ""));
    for (Examined one : diagnosis.checks()) {
      if (detail == Detail.VERBOSE || !CheckList.foldable(one)) {
        String status = sentences.say("status." + Status.of(one.outcome()));
        text.row(
            List.of(
                plain(status),
                plain(one.subject().toString()),
                cell(one.slug()),
                plain(wording.inShort(one))));
      }
    }
    if (detail != Detail.VERBOSE) {
      CheckList.inShort(diagnosis.checks(), wording, sentences)
          .forEach((status, told) -> told.forEach(line -> text.blank().line(plain(line))));
    }
    text.blank().line("</details>");
  }

  private static void missing(
      Diagnosis diagnosis, Markdown text, Wording wording, Sentences sentences) {
    List<Missing> all = Missing.of(diagnosis);
    if (all.isEmpty()) {
      return;
    }
    text.blank().line("### " + plain(sentences.say("heading.missing"))).blank();
    for (Missing one : all) {
      String settle = sentences.say("settle", Map.of("remedy", wording.remedy(one.reason())));
      one.bySubject()
          .forEach((subject, slugs) -> text.line("- " + plain(subject + ": " + slugs) + "  "));
      text.line("  " + plain(wording.reason(one.reason()) + ": " + one.detail()) + "  ");
      text.line("  " + plain(settle));
    }
  }

  private static void footer(Report report, Markdown text, Sentences sentences) {
    String host =
        report.host().entrySet().stream()
            .map(fact -> sentences.say("host." + fact.getKey(), Map.of("value", fact.getValue())))
            .collect(Collectors.joining(" · "));
    text.blank().line("---").blank();
    text.line(plain(report.tool() + " · " + report.time()) + "  ");
    text.line(plain(host) + "  ");
    text.line(Markdown.code(report.command()));
  }
}
