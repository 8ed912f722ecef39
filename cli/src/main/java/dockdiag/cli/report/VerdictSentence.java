package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Diagnosed.Role;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Severity;
import dockdiag.playbooks.Subject;
import dockdiag.playbooks.Verdict;
import java.util.List;
import java.util.Map;

/// What a diagnosis comes to, in a sentence.
final class VerdictSentence {

  private VerdictSentence() {}

  static String of(Diagnosis diagnosis, Sentences sentences) {
    Verdict verdict = diagnosis.verdict();
    String sentence =
        sentences.say(
            "verdict." + verdict + ".sentence",
            Map.of("subjects", sentences.some(blamed(diagnosis))));
    boolean part = diagnosis.ignored() > 0 && verdict != Verdict.BROKEN;
    return part ? sentences.say("beside", Map.of("sentence", sentence)) : sentence;
  }

  /// What fails, each once.
  private static List<Subject> blamed(Diagnosis diagnosis) {
    List<Diagnosed> roots =
        diagnosis.found().stream().filter(one -> one.role() == Role.ROOT_CAUSE).toList();
    List<Diagnosed> errors =
        diagnosis.found().stream()
            .filter(one -> one.finding().severity() == Severity.ERROR)
            .toList();
    return (roots.isEmpty() ? errors : roots)
        .stream().map(one -> one.finding().subject()).distinct().toList();
  }
}
