package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Examined;
import dockdiag.playbooks.Explanation;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Outcome;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.symptom.Playbooks;
import dockdiag.probes.Unobservable.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What is said of a finding and of a check: by the fault's page, else by the bundle.
///
/// What it says holds untrusted words.
final class Wording {

  private static final String LANGUAGE = "en";
  private static final String PASSIVE = "passive";

  private final Sentences sentences;
  private final Map<String, Optional<Explanation>> pages = new HashMap<>();

  Wording(Sentences sentences) {
    this.sentences = sentences;
  }

  /// The finding in a sentence.
  String summary(Diagnosed one) {
    return said(one, "summary").orElseGet(() -> title(one.slug()));
  }

  /// What the remedy is, in a sentence.
  String fix(Diagnosed one, Remedy remedy) {
    return said(one, "fix." + remedy.key()).orElseGet(remedy::key);
  }

  /// What else the remedy does; empty where the page says nothing.
  String impact(Diagnosed one, Remedy remedy) {
    return said(one, "fix." + remedy.key() + ".impact").orElse("");
  }

  /// Who else gets through by it, and who no longer does, a sentence each; none where nobody.
  List<String> effects(Remedy remedy) {
    return Stream.of(
            effect("opens", remedy.effects().opens()), effect("closes", remedy.effects().closes()))
        .flatMap(Optional::stream)
        .toList();
  }

  /// Who may carry it out, for how long it lasts, and whether it is known to help.
  String traits(Remedy remedy) {
    return String.join(
        " ",
        sentences.say("run." + remedy.run()),
        sentences.say("lasts." + remedy.lasts()),
        sentences.say("proof." + remedy.proof()));
  }

  /// Where else a fault was seen.
  String likewise(Account.Likewise more) {
    String subjects = sentences.some(more.subjects());
    return sentences.say("likewise", Map.of("slug", more.slug(), "subjects", subjects));
  }

  private Optional<String> effect(String key, List<String> who) {
    return who.isEmpty()
        ? Optional.empty()
        : Optional.of(sentences.say(key, Map.of("who", String.join(", ", who))));
  }

  /// What came of the check, in a sentence.
  String detail(Examined one) {
    return switch (one.outcome()) {
      case Outcome.Clear _ ->
          page(one.slug()).flatMap(page -> page.say("pass", one.subject().parts())).orElse("");
      case Outcome.Found _ -> title(one.slug());
      case Outcome.Skipped(String because) -> skipped(because);
      case Outcome.Unknown(_, Reason reason, String tried) -> reason(reason) + ": " + tried;
    };
  }

  /// The same without what was tried in vain, which is told apart.
  String inShort(Examined one) {
    return one.outcome() instanceof Outcome.Unknown(_, Reason reason, _)
        ? reason(reason)
        : detail(one);
  }

  String skipped(String because) {
    return because.equals(PASSIVE)
        ? sentences.say("skipped.passive")
        : sentences.say("skipped.behind", Map.of("slug", because));
  }

  /// Why something could not be seen.
  String reason(Reason reason) {
    return sentences.say("reason." + reason);
  }

  /// What would let it be seen.
  String remedy(Reason reason) {
    return sentences.say("remedy." + reason);
  }

  private String title(String slug) {
    return page(slug).map(Explanation::title).orElse(slug);
  }

  private Optional<String> said(Diagnosed one, String key) {
    Finding finding = one.finding();
    return page(one.slug()).flatMap(page -> page.say(key, finding.words()));
  }

  private Optional<Explanation> page(String slug) {
    return pages.computeIfAbsent(
        slug, name -> Playbooks.fault(name).map(fault -> Explanation.of(fault, LANGUAGE)));
  }
}
