package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examined;
import dockdiag.playbooks.Outcome;
import dockdiag.playbooks.Subject;
import dockdiag.probes.Unobservable.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What could not be seen, and which checks wanted to see it.
record Missing(String probe, Reason reason, String detail, List<Examined> wanted) {

  private record Key(String probe, Reason reason, String detail) {}

  /// All that the diagnosis lacks, each once, in the order in which it was missed.
  static List<Missing> of(Diagnosis diagnosis) {
    Map<Key, List<Examined>> missed = new LinkedHashMap<>();
    for (Examined examined : diagnosis.checks()) {
      if (examined.outcome() instanceof Outcome.Unknown(var probe, var reason, var detail)) {
        missed
            .computeIfAbsent(new Key(probe, reason, detail), _ -> new ArrayList<>())
            .add(examined);
      }
    }
    return missed.entrySet().stream().map(Missing::of).toList();
  }

  /// The slugs of the checks, by what they are about.
  Map<Subject, String> bySubject() {
    return wanted.stream()
        .collect(
            Collectors.groupingBy(
                Examined::subject,
                LinkedHashMap::new,
                Collectors.mapping(Examined::slug, Collectors.joining(", "))));
  }

  private static Missing of(Map.Entry<Key, List<Examined>> one) {
    Key key = one.getKey();
    return new Missing(key.probe(), key.reason(), key.detail(), List.copyOf(one.getValue()));
  }
}
