package dockdiag.cli.report;

import dockdiag.cli.report.JunitXml.Case;
import dockdiag.cli.report.JunitXml.End;
import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examined;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Outcome;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Severity;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The report for gates of builds: each check a test case, which fails where an error was found.
///
/// JUnit knows no warnings: where one was found, the case passes, and `--fail-on warning` is for
/// the exit status to tell. What is hidden on request counts as skipped.
public record JunitReport() implements ReportWriter {

  @Override
  public void write(Report report, Appendable target) throws IOException {
    Sentences sentences = new Sentences();
    Wording wording = new Wording(sentences);
    Diagnosis diagnosis = report.diagnosis();
    Map<String, String> facts = new LinkedHashMap<>(report.host());
    facts.put("verdict", diagnosis.verdict().toString());
    facts.put("tool", report.tool());
    facts.put("time", report.time().toString());
    List<Case> cases =
        diagnosis.checks().stream().map(one -> of(one, diagnosis, wording, sentences)).toList();
    target.append(JunitXml.of(report.command(), facts, cases));
  }

  private static Case of(Examined one, Diagnosis diagnosis, Wording wording, Sentences sentences) {
    return switch (one.outcome()) {
      case Outcome.Clear _ -> ended(one, End.PASSED, "", "");
      case Outcome.Skipped(String because) -> ended(one, End.SKIPPED, wording.skipped(because), "");
      case Outcome.Unknown unknown ->
          ended(
              one,
              End.ERROR,
              wording.detail(one),
              sentences.say("settle", Map.of("remedy", wording.remedy(unknown.reason()))));
      case Outcome.Found(Finding finding) ->
          diagnosed(one.slug(), finding, diagnosis)
              .map(found -> found(one, found, wording, sentences))
              .orElseGet(() -> ended(one, End.SKIPPED, sentences.count("ignored", 1), ""));
    };
  }

  private static Case found(Examined one, Diagnosed found, Wording wording, Sentences sentences) {
    boolean fails = found.finding().severity() == Severity.ERROR;
    return ended(
        one,
        fails ? End.FAILURE : End.PASSED,
        wording.summary(found),
        atLength(found, wording, sentences));
  }

  private static Case ended(Examined one, End end, String message, String text) {
    return new Case(one.subject().toString(), one.slug(), one.micros(), end, message, text);
  }

  /// None where it is hidden.
  private static Optional<Diagnosed> diagnosed(String slug, Finding finding, Diagnosis diagnosis) {
    return diagnosis.found().stream()
        .filter(one -> one.slug().equals(slug))
        .filter(one -> one.finding().subject().equals(finding.subject()))
        .findFirst();
  }

  private static String atLength(Diagnosed found, Wording wording, Sentences sentences) {
    StringBuilder text = new StringBuilder();
    found
        .finding()
        .evidence()
        .forEach(
            seen ->
                text.append(Untrusted.shown(seen.fact() + " (" + seen.source() + ")"))
                    .append('\n'));
    for (Remedy remedy : found.finding().remedies()) {
      String fix = sentences.say("heading.fix") + " " + wording.fix(found, remedy);
      text.append(Untrusted.shown(fix)).append('\n');
      remedy
          .commands()
          .forEach(line -> text.append("$ ").append(Untrusted.shown(line)).append('\n'));
    }
    return text.toString();
  }
}
