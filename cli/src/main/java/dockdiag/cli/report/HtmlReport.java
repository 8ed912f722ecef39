package dockdiag.cli.report;

import dockdiag.cli.diagram.Drawing;
import dockdiag.cli.diagram.PathDrawing;
import dockdiag.cli.diagram.TopologyDrawing;
import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Diagnosed.Role;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.PathStep;
import dockdiag.playbooks.Reach;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The report as one page of HTML: the same as [TextReport] tells, what is long folded, the
/// packet's way and the networks drawn; see [HtmlPage].
public record HtmlReport() implements ReportWriter {

  @Override
  public void write(Report report, Appendable target) throws IOException {
    target.append(HtmlPage.of(page(report)));
  }

  private static Map<String, Object> page(Report report) {
    Sentences sentences = new Sentences();
    Wording wording = new Wording(sentences);
    Diagnosis diagnosis = report.diagnosis();
    Map<String, Object> page = new LinkedHashMap<>();
    String verdict = sentences.say("verdict." + diagnosis.verdict());
    page.put("title", verdict + " · " + report.command());
    page.put("heading", verdict + ": " + VerdictSentence.of(diagnosis, sentences));
    page.put("tone", TextReport.tone(diagnosis.verdict()));
    page.put("command", report.command());
    boolean brief = report.detail() == Detail.QUIET;
    page.put("brief", brief ? roots(diagnosis, wording) : List.of());
    HtmlFindings findings = new HtmlFindings(sentences, wording, report.detail());
    page.put("parts", brief ? List.of() : findings.of(Account.of(diagnosis)));
    page.put(
        "remarks",
        diagnosis.ignored() > 0 && !brief
            ? List.of(sentences.count("ignored", diagnosis.ignored()))
            : List.of());
    HtmlTables tables = new HtmlTables(sentences, wording);
    page.put("tables", brief ? List.of() : tables.of(diagnosis));
    page.put("drawings", brief ? List.of() : drawings(report, sentences));
    page.put("checks", brief ? List.of() : tables.checks(diagnosis, report.detail()));
    page.put("missing", brief ? List.of() : tables.missing(diagnosis));
    page.put("footer", footer(report, sentences));
    return page;
  }

  private static List<String> roots(Diagnosis diagnosis, Wording wording) {
    return diagnosis.found().stream()
        .filter(one -> one.role() == Role.ROOT_CAUSE)
        .map((Diagnosed one) -> one.finding().subject() + ": " + wording.summary(one))
        .toList();
  }

  private static List<Map<String, Object>> drawings(Report report, Sentences sentences) {
    List<Map<String, Object>> drawings = new ArrayList<>();
    report
        .topology()
        .map(topology -> TopologyDrawing.of(topology, sentences.say("heading.networks")))
        .ifPresent(drawing -> drawings.add(drawn(drawing)));
    Diagnosis diagnosis = report.diagnosis();
    if (!diagnosis.path().isEmpty()) {
      drawings.add(
          drawn(
              PathDrawing.of(
                  diagnosis.path(),
                  sentences.say("heading.path"),
                  step -> breaks(step, diagnosis.reach()))));
    }
    return drawings;
  }

  /// Two pixels around it, for the lines' own width.
  private static Map<String, Object> drawn(Drawing drawing) {
    return Map.of(
        "label",
        drawing.label(),
        "wide",
        drawing.width() + 4,
        "high",
        drawing.height() + 4,
        "drawing",
        drawing);
  }

  /// Where a rule or the kernel stops the packet, or where it is delivered and nobody listens.
  private static boolean breaks(PathStep step, List<Reach> reach) {
    String verdict = step.verdict();
    boolean stopped =
        verdict.startsWith("drop") || verdict.startsWith("reject") || verdict.equals("undecided");
    boolean nobody =
        step.rule().equals("delivered")
            && step.direction() == PathStep.Direction.REQUEST
            && reach.stream()
                .flatMap(row -> row.at().stream())
                .anyMatch(
                    at -> at.why() == Reach.Why.NO_LISTENER && step.where().startsWith(at.place()));
    return stopped || nobody;
  }

  private static List<String> footer(Report report, Sentences sentences) {
    List<String> lines = new ArrayList<>(List.of(report.tool() + " · " + report.time()));
    report
        .host()
        .forEach((key, value) -> lines.add(sentences.say("host." + key, Map.of("value", value))));
    return lines;
  }
}
