package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Diagnosis;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// What a report knows of one fault, for people: where it was found and how it is known, what it
/// follows from, and what came of each check for it.
///
/// @param slug the fault
/// @param look how the report for people looks
public record Reasons(String slug, TextReport look) implements ReportWriter {

  /// Whether that fault was looked for.
  public static boolean has(Report report, String slug) {
    return report.diagnosis().checks().stream().anyMatch(one -> one.slug().equals(slug));
  }

  @Override
  public void write(Report report, Appendable target) throws IOException {
    Lines lines = new Lines(look.width(), look.glyphs(), look.ink());
    Sentences sentences = new Sentences();
    Wording wording = new Wording(sentences);
    Diagnosis all = report.diagnosis();
    Diagnosis one =
        new Diagnosis(
            all.found().stream().filter(found -> found.slug().equals(slug)).toList(),
            all.checks().stream().filter(check -> check.slug().equals(slug)).toList(),
            List.of(),
            0);
    new FindingText(lines, sentences, wording).write(one, Detail.VERBOSE);
    for (String cause : causes(all)) {
      lines.blank();
      lines.text(0, sentences.say("follows", Map.of("slug", slug, "cause", cause)));
    }
    new CheckList(lines, sentences, wording).write(one, Detail.VERBOSE);
    target.append(lines.toString().stripLeading());
  }

  /// What brings it about here.
  private List<String> causes(Diagnosis all) {
    return all.found().stream()
        .filter(one -> one.causes().contains(slug))
        .map(Diagnosed::slug)
        .distinct()
        .toList();
  }
}
