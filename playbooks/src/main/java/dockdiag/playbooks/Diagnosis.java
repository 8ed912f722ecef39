package dockdiag.playbooks;

import dockdiag.probes.Unobservable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// All that a playbook came to.
///
/// @param found worst first, root causes before the rest
/// @param checks every check, in the order in which the packet meets them
/// @param reach which clients get through
/// @param path how a client's packet fares, one that does not get through where there is one
/// @param overview what there is to show besides faults
/// @param stages what was asked on the way, and what came of it; see [Playbook#stages]
/// @param ignored how many findings were hidden on request
public record Diagnosis(
    List<Diagnosed> found,
    List<Examined> checks,
    List<Reach> reach,
    List<PathStep> path,
    List<Overview> overview,
    List<Evidence> stages,
    int ignored) {

  public Diagnosis {
    found = List.copyOf(found);
    checks = List.copyOf(checks);
    reach = List.copyOf(reach);
    path = List.copyOf(path);
    overview = List.copyOf(overview);
    stages = List.copyOf(stages);
  }

  /// Without a path, and with nothing to show besides.
  public Diagnosis(List<Diagnosed> found, List<Examined> checks, List<Reach> reach, int ignored) {
    this(found, checks, reach, List.of(), List.of(), List.of(), ignored);
  }

  /// Several of one host as one: what was examined more than once counts once, and what one found
  /// may follow from what another did. Of clients, those of subjects that one of them does not
  /// reach.
  ///
  /// @param catalogue every check that took part
  public static Diagnosis of(List<Diagnosis> parts, List<? extends Check<?>> catalogue) {
    Map<Map.Entry<String, Subject>, Examined> checks = new LinkedHashMap<>();
    for (Diagnosis part : parts) {
      for (Examined one : part.checks) {
        checks.merge(Map.entry(one.slug(), one.subject()), one, Examined::theMoreTelling);
      }
    }
    List<Examined> examined = List.copyOf(checks.values());
    List<Reach> rows = parts.stream().flatMap(part -> part.reach.stream()).distinct().toList();
    Set<Subject> failing =
        rows.stream().filter(Reach::failed).map(Reach::subject).collect(Collectors.toSet());
    return new Diagnosis(
        Ranking.of(catalogue, examined, rows),
        examined,
        rows.stream().filter(row -> failing.contains(row.subject())).toList(),
        0);
  }

  /// The same, of something that has changed meanwhile: what was found may be found of what was
  /// there before, of what came after, or of neither.
  Diagnosis unsettled(Unobservable moved) {
    List<Examined> unknown =
        checks.stream()
            .map(one -> one.outcome() instanceof Outcome.Found ? one.unknown(moved) : one)
            .toList();
    return new Diagnosis(List.of(), unknown, List.of(), ignored);
  }

  /// What it comes to; hidden findings do not count.
  public Verdict verdict() {
    if (has(Severity.ERROR)) {
      return Verdict.BROKEN;
    }
    if (checks.stream().anyMatch(check -> check.outcome() instanceof Outcome.Unknown)) {
      return Verdict.INCONCLUSIVE;
    }
    return has(Severity.WARNING) ? Verdict.DEGRADED : Verdict.HEALTHY;
  }

  /// Whether something at least this bad was found.
  public boolean has(Severity atLeast) {
    return found.stream().anyMatch(one -> one.finding().severity().compareTo(atLeast) <= 0);
  }

  /// The same, with these findings hidden and counted.
  public Diagnosis ignoring(Predicate<Diagnosed> hidden) {
    List<Diagnosed> rest = found.stream().filter(hidden.negate()).toList();
    int hiding = ignored + found.size() - rest.size();
    return new Diagnosis(rest, checks, reach, path, overview, stages, hiding);
  }
}
