package dockdiag.cli.report;

import dockdiag.cli.diagram.Branch;
import dockdiag.cli.diagram.TopologyTree;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Verdict;
import dockdiag.playbooks.topology.Topology;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/// The report for a person at three in the morning: the answer first, then how it is known.
///
/// @param width columns that no line exceeds, commands excepted; 40 to 100
public record TextReport(int width, Glyphs glyphs, Ink ink) implements ReportWriter {

  private static final int NARROWEST = 40;
  private static final int WIDEST = 100;

  public TextReport {
    width = Math.clamp(width, NARROWEST, WIDEST);
  }

  @Override
  public void write(Report report, Appendable target) throws IOException {
    Lines lines = new Lines(width, glyphs, ink);
    Sentences sentences = new Sentences();
    Wording wording = new Wording(sentences);
    Diagnosis diagnosis = report.diagnosis();
    verdict(diagnosis, lines, sentences);
    FindingText findings = new FindingText(lines, sentences, wording);
    if (report.detail() == Detail.QUIET) {
      findings.inShort(diagnosis);
    } else {
      findings.write(diagnosis, report.detail());
      report.topology().ifPresent(topology -> topology(topology, lines, sentences));
      new ReachTable(lines, sentences).write(diagnosis);
      new OverviewTable(lines, sentences).write(diagnosis);
      stages(diagnosis, lines, sentences);
      new CheckList(lines, sentences, wording).write(diagnosis, report.detail());
      footer(report, lines, sentences);
    }
    target.append(lines.toString());
  }

  private static void verdict(Diagnosis diagnosis, Lines lines, Sentences sentences) {
    Verdict verdict = diagnosis.verdict();
    String word = sentences.say("verdict." + verdict) + ": ";
    lines.item(0, new Lines.Label(tone(verdict), word), VerdictSentence.of(diagnosis, sentences));
  }

  static Tone tone(Verdict verdict) {
    return switch (verdict) {
      case HEALTHY -> Tone.GOOD;
      case BROKEN -> Tone.BAD;
      case DEGRADED, INCONCLUSIVE -> Tone.DOUBTFUL;
    };
  }

  private static void topology(Topology topology, Lines lines, Sentences sentences) {
    lines.blank();
    lines.heading(0, sentences.say("heading.networks"));
    TopologyTree.of(topology).forEach(branch -> branch(2, branch, lines));
  }

  private static void branch(int indent, Branch branch, Lines lines) {
    Lines.Label label = new Lines.Label(Tone.PLAIN, lines.glyphs().shown(branch.name()) + ": ");
    lines.item(indent, label, String.join(", ", branch.facts()));
    branch.branches().forEach(one -> branch(indent + 2, one, lines));
  }

  private static void stages(Diagnosis diagnosis, Lines lines, Sentences sentences) {
    if (diagnosis.stages().isEmpty()) {
      return;
    }
    lines.blank();
    lines.heading(0, sentences.say("heading.stages"));
    for (Evidence stage : diagnosis.stages()) {
      lines.text(2, stage.source());
      lines.text(4, stage.fact());
    }
  }

  private static void footer(Report report, Lines lines, Sentences sentences) {
    lines.blank();
    String host =
        report.host().entrySet().stream()
            .map(fact -> sentences.say("host." + fact.getKey(), Map.of("value", fact.getValue())))
            .collect(Collectors.joining(lines.glyphs().separator()));
    lines.text(0, report.tool() + lines.glyphs().separator() + report.time());
    lines.text(0, host);
    lines.command(0, report.command());
  }
}
