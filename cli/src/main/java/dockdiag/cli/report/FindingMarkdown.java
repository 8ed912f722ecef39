package dockdiag.cli.report;

import static dockdiag.cli.report.Markdown.code;
import static dockdiag.cli.report.Markdown.plain;

import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Diagnosed.Role;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Remedy;
import java.util.List;
import java.util.Map;

/// What was found, for a ticket; see [FindingText].
final class FindingMarkdown {

  private static final String SHELL = "sh";

  private final Markdown text;
  private final Sentences sentences;
  private final Wording wording;

  FindingMarkdown(Markdown text, Sentences sentences, Wording wording) {
    this.text = text;
    this.sentences = sentences;
    this.wording = wording;
  }

  /// One line for each root cause.
  void inShort(Diagnosis diagnosis) {
    text.blank();
    for (Diagnosed one : diagnosis.found()) {
      if (one.role() == Role.ROOT_CAUSE) {
        text.line("- " + plain(one.finding().subject() + ": " + wording.summary(one)));
      }
    }
  }

  void write(Diagnosis diagnosis, Detail detail) {
    Account account = Account.of(diagnosis);
    part(account.causes(), detail);
    if (!account.causes().isEmpty() && !account.also().isEmpty()) {
      text.blank().line("## " + plain(sentences.say("heading.also")));
    }
    part(account.also(), detail);
    if (diagnosis.ignored() > 0) {
      text.blank().line(plain(sentences.count("ignored", diagnosis.ignored())));
    }
  }

  private void part(Account.Part part, Detail detail) {
    part.bySubject()
        .forEach(
            (subject, all) -> {
              text.blank().line("### " + plain(subject.toString()));
              all.forEach(one -> told(one, detail));
            });
    part.likewise().forEach(more -> text.blank().line(plain(wording.likewise(more))));
  }

  private void told(Account.Told told, Detail detail) {
    text.blank().line(plain(wording.summary(told.one())));
    known(told.one());
    text.blank();
    for (Diagnosed one : told.brought()) {
      Map<String, String> words = Map.of("slug", one.slug(), "summary", wording.summary(one));
      text.line("- " + plain(sentences.say("brings", words)));
      if (detail == Detail.VERBOSE) {
        known(one);
      }
    }
    told.likewise().forEach(more -> text.line("- " + plain(wording.likewise(more))));
  }

  private void known(Diagnosed one) {
    String how = one.finding().severity() + ", " + one.finding().confidence();
    text.blank().line(code(one.slug()) + " · " + plain(how));
    if (!one.finding().evidence().isEmpty()) {
      text.blank().line("**" + plain(sentences.say("heading.evidence")) + "**");
      one.finding().evidence().forEach(this::evidence);
    }
    one.finding().remedies().forEach(remedy -> remedy(one, remedy));
  }

  private void evidence(Evidence evidence) {
    String seen = sentences.say("evidence.source", Map.of("source", evidence.source()));
    text.blank().line(code(evidence.fact()) + "  ").line(plain(seen)).blank();
    text.block(SHELL, List.of(evidence.byHand()));
  }

  private void remedy(Diagnosed one, Remedy remedy) {
    String fix = "**" + plain(sentences.say("heading.fix")) + "** ";
    text.blank().line(fix + plain(wording.fix(one, remedy))).blank();
    commands(remedy.commands());
    String impact = wording.impact(one, remedy);
    if (!impact.isEmpty()) {
      text.line(plain(sentences.say("impact", Map.of("impact", impact))) + "  ");
    }
    wording.effects(remedy).forEach(effect -> text.line(plain(effect) + "  "));
    text.line(plain(wording.traits(remedy)));
    if (!remedy.undo().isEmpty()) {
      text.blank().line(plain(sentences.say("undo"))).blank();
      commands(remedy.undo());
    }
  }

  private void commands(List<String> commands) {
    if (!commands.isEmpty()) {
      text.block(SHELL, commands).blank();
    }
  }
}
