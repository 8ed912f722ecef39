package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Diagnosed.Role;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Severity;
import java.util.Map;

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
    Account account = Account.of(diagnosis);
    part(account.causes(), detail);
    if (!account.causes().isEmpty() && !account.also().isEmpty()) {
      lines.blank();
      lines.heading(0, sentences.say("heading.also"));
    }
    part(account.also(), detail);
    if (diagnosis.ignored() > 0) {
      lines.blank();
      lines.text(0, sentences.count("ignored", diagnosis.ignored()));
    }
  }

  private void part(Account.Part part, Detail detail) {
    part.bySubject()
        .forEach(
            (subject, all) -> {
              lines.blank();
              lines.heading(0, subject.toString());
              all.forEach(one -> told(one, detail));
            });
    for (Account.Likewise more : part.likewise()) {
      lines.blank();
      lines.text(0, wording.likewise(more));
    }
  }

  private void told(Account.Told told, Detail detail) {
    lines.text(2, wording.summary(told.one()));
    known(2, told.one());
    told.brought().forEach(one -> consequence(one, detail));
    told.likewise().forEach(more -> lines.text(4, wording.likewise(more)));
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

  static Tone tone(Severity severity) {
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
    lines.text(indent + 2, wording.traits(remedy));
    if (!remedy.undo().isEmpty()) {
      lines.text(indent + 2, sentences.say("undo"));
      remedy.undo().forEach(command -> lines.command(indent + 4, command));
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
}
