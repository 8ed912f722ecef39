package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Diagnosed.Role;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Severity;
import dockdiag.playbooks.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was found, for people: each cause with its evidence, its remedies and what it brings about.
final class FindingText {

  private final Lines lines;
  private final Sentences sentences;
  private final Wording wording;

  FindingText(Lines lines, Sentences sentences, Wording wording) {
    this.lines = lines;
    this.sentences = sentences;
    this.wording = wording;
  }

  /// One line for each root cause.
  void inShort(Diagnosis diagnosis) {
    for (Diagnosed one : diagnosis.found()) {
      if (one.role() == Role.ROOT_CAUSE) {
        lines.text(0, one.finding().subject() + ": " + wording.summary(one));
      }
    }
  }

  /// Root causes first, then what stands by itself.
  void write(Diagnosis diagnosis, Detail detail) {
    List<Diagnosed> rest = new ArrayList<>(diagnosis.found());
    List<Diagnosed> roots = rest.stream().filter(one -> one.role() == Role.ROOT_CAUSE).toList();
    rest.removeAll(roots);
    rest.removeIf(one -> one.role() == Role.CONSEQUENCE && explained(one, diagnosis));
    section(roots, diagnosis, detail);
    if (!roots.isEmpty() && !rest.isEmpty()) {
      lines.blank();
      lines.heading(0, sentences.say("heading.also"));
    }
    section(rest, diagnosis, detail);
    if (diagnosis.ignored() > 0) {
      lines.blank();
      lines.text(0, sentences.count("ignored", diagnosis.ignored()));
    }
  }

  private void section(List<Diagnosed> found, Diagnosis diagnosis, Detail detail) {
    Map<Subject, List<Diagnosed>> bySubject = new LinkedHashMap<>();
    for (Diagnosed one : found) {
      bySubject.computeIfAbsent(one.finding().subject(), _ -> new ArrayList<>()).add(one);
    }
    bySubject.forEach(
        (subject, all) -> {
          lines.blank();
          lines.heading(0, subject.toString());
          for (Diagnosed one : all) {
            lines.text(2, wording.summary(one));
            known(2, one);
            consequences(one, diagnosis, detail);
          }
        });
  }

  /// What it is called, how it is known and how it is mended.
  private void known(int indent, Diagnosed one) {
    String label = one.slug() + lines.glyphs().separator();
    lines.item(
        indent,
        new Lines.Label(tone(one.finding().severity()), label),
        one.finding().severity() + ", " + one.finding().confidence());
    if (!one.finding().evidence().isEmpty()) {
      lines.heading(indent, sentences.say("heading.evidence"));
      one.finding().evidence().forEach(evidence -> evidence(indent + 2, evidence));
    }
    one.finding().remedies().forEach(remedy -> remedy(indent, one, remedy));
  }

  private static Tone tone(Severity severity) {
    return switch (severity) {
      case ERROR -> Tone.BAD;
      case WARNING -> Tone.DOUBTFUL;
      case NOTE -> Tone.PLAIN;
    };
  }

  private void evidence(int indent, Evidence evidence) {
    lines.text(indent, evidence.fact());
    lines.text(indent + 2, sentences.say("evidence.source", Map.of("source", evidence.source())));
    lines.command(indent + 2, evidence.byHand());
  }

  private void remedy(int indent, Diagnosed one, Remedy remedy) {
    Lines.Label label = new Lines.Label(Tone.HEADING, sentences.say("heading.fix") + " ");
    lines.item(indent, label, wording.fix(one, remedy));
    remedy.commands().forEach(command -> lines.command(indent + 4, command));
    String impact = wording.impact(one, remedy);
    if (!impact.isEmpty()) {
      lines.text(indent + 2, sentences.say("impact", Map.of("impact", impact)));
    }
    wording.effects(remedy).forEach(effect -> lines.text(indent + 2, effect));
    List<String> traits =
        List.of(
            sentences.say("run." + remedy.run()),
            sentences.say("lasts." + remedy.lasts()),
            sentences.say("proof." + remedy.proof()));
    lines.text(indent + 2, String.join(" ", traits));
    if (!remedy.undo().isEmpty()) {
      lines.text(indent + 2, sentences.say("undo"));
      remedy.undo().forEach(command -> lines.command(indent + 4, command));
    }
  }

  private void consequences(Diagnosed cause, Diagnosis diagnosis, Detail detail) {
    for (Diagnosed one : diagnosis.found()) {
      if (brings(cause, one)) {
        consequence(one, detail);
      }
    }
  }

  private void consequence(Diagnosed one, Detail detail) {
    Map<String, String> words = Map.of("slug", one.slug(), "summary", wording.summary(one));
    Lines.Label branch = new Lines.Label(Tone.PLAIN, lines.glyphs().branch() + " ");
    lines.item(2, branch, sentences.say("brings", words));
    if (detail == Detail.VERBOSE) {
      known(4, one);
    }
  }

  private static boolean explained(Diagnosed one, Diagnosis diagnosis) {
    return diagnosis.found().stream()
        .anyMatch(cause -> cause.role() != Role.CONSEQUENCE && brings(cause, one));
  }

  private static boolean brings(Diagnosed cause, Diagnosed one) {
    Set<Map.Entry<String, String>> of = cause.finding().subject().parts().entrySet();
    Set<Map.Entry<String, String>> to = one.finding().subject().parts().entrySet();
    return one.role() == Role.CONSEQUENCE
        && cause.causes().contains(one.slug())
        && (of.containsAll(to) || to.containsAll(of));
  }
}
