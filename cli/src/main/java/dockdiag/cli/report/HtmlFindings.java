package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was found, as the page's template takes it; see [FindingText].
record HtmlFindings(Sentences sentences, Wording wording, Detail detail) {

  List<Map<String, Object>> of(Account account) {
    String also =
        account.causes().isEmpty() || account.also().isEmpty() ? "" : sentences.say("heading.also");
    return List.of(part("", account.causes()), part(also, account.also()));
  }

  private Map<String, Object> part(String heading, Account.Part part) {
    List<Object> subjects = new ArrayList<>();
    part.bySubject()
        .forEach(
            (subject, told) ->
                subjects.add(
                    Map.of(
                        "subject", subject, "findings", told.stream().map(this::told).toList())));
    return Map.of(
        "heading",
        heading,
        "subjects",
        subjects,
        "likewise",
        part.likewise().stream().map(wording::likewise).toList());
  }

  private Map<String, Object> told(Account.Told told) {
    return Map.of(
        "summary", wording.summary(told.one()),
        "known", known(told.one()),
        "brought", told.brought().stream().map(this::brought).toList(),
        "likewise", told.likewise().stream().map(wording::likewise).toList());
  }

  private Map<String, Object> brought(Diagnosed one) {
    Map<String, String> words = Map.of("slug", one.slug(), "summary", wording.summary(one));
    return Map.of(
        "brings",
        sentences.say("brings", words),
        "known",
        detail == Detail.VERBOSE ? known(one) : false);
  }

  private Map<String, Object> known(Diagnosed one) {
    Severity severity = one.finding().severity();
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("slug", one.slug());
    known.put("how", severity + ", " + one.finding().confidence());
    known.put("tone", FindingText.tone(severity));
    List<Map<String, String>> seen = one.finding().evidence().stream().map(this::evidence).toList();
    known.put(
        "evidence",
        seen.isEmpty() ? false : Map.of("heading", sentences.say("heading.evidence"), "all", seen));
    known.put("fixes", one.finding().remedies().stream().map(remedy -> fix(one, remedy)).toList());
    return known;
  }

  private Map<String, String> evidence(Evidence evidence) {
    return Map.of(
        "fact", evidence.fact(),
        "source", sentences.say("evidence.source", Map.of("source", evidence.source())),
        "byHand", evidence.byHand());
  }

  private Map<String, Object> fix(Diagnosed one, Remedy remedy) {
    List<String> remarks = new ArrayList<>();
    String impact = wording.impact(one, remedy);
    if (!impact.isEmpty()) {
      remarks.add(sentences.say("impact", Map.of("impact", impact)));
    }
    remarks.addAll(wording.effects(remedy));
    remarks.add(wording.traits(remedy));
    return Map.of(
        "heading",
        sentences.say("heading.fix"),
        "text",
        wording.fix(one, remedy),
        "commands",
        remedy.commands(),
        "remarks",
        remarks,
        "undo",
        remedy.undo().isEmpty()
            ? false
            : Map.of("heading", sentences.say("undo"), "commands", remedy.undo()));
  }
}
