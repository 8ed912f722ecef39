package dockdiag.playbooks;

import dockdiag.probes.Probe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A fault, here: how bad, about what, proven by what, mended how.
///
/// Its sentences stand in the fault's page; `words` fill the gaps in them.
public record Finding(
    Severity severity,
    Confidence confidence,
    Subject subject,
    Map<String, String> words,
    List<Evidence> evidence,
    List<Remedy> remedies) {

  public Finding {
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    evidence = List.copyOf(evidence);
    remedies = List.copyOf(remedies);
  }

  /// The flow fails because of it.
  public static Finding error(Subject subject) {
    return of(Severity.ERROR, subject);
  }

  /// The flow works in spite of it, for now.
  public static Finding warning(Subject subject) {
    return of(Severity.WARNING, subject);
  }

  /// Good to know.
  public static Finding note(Subject subject) {
    return of(Severity.NOTE, subject);
  }

  private static Finding of(Severity severity, Subject subject) {
    return new Finding(severity, Confidence.LIKELY, subject, subject.parts(), List.of(), List.of());
  }

  /// With a word for the page's sentences.
  public Finding word(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(words);
    more.put(name, value.toString());
    return new Finding(severity, confidence, subject, more, evidence, remedies);
  }

  /// With a fact that the probe saw.
  public Finding because(Probe<?> probe, String fact) {
    List<Evidence> more = new ArrayList<>(evidence);
    more.add(Evidence.of(probe, fact));
    return new Finding(severity, confidence, subject, words, more, remedies);
  }

  /// With that.
  public Finding because(Evidence seen) {
    List<Evidence> more = new ArrayList<>(evidence);
    more.add(seen);
    return new Finding(severity, confidence, subject, words, more, remedies);
  }

  /// With one more way to mend it; the best comes first.
  public Finding mend(Remedy remedy) {
    List<Remedy> more = new ArrayList<>(remedies);
    more.add(remedy);
    return new Finding(severity, confidence, subject, words, evidence, more);
  }

  /// The same, where the flow fails because of it.
  public Finding decisive() {
    return new Finding(Severity.ERROR, confidence, subject, words, evidence, remedies);
  }

  /// The same, of that subject; its words stay.
  public Finding about(Subject other) {
    return new Finding(severity, confidence, other, words, evidence, remedies);
  }

  /// The same, proven that far.
  public Finding with(Confidence proven) {
    return new Finding(severity, proven, subject, words, evidence, remedies);
  }

  /// The same, mended in these ways.
  public Finding mendedBy(List<Remedy> ways) {
    return new Finding(severity, confidence, subject, words, evidence, ways);
  }
}
