package dockdiag.playbooks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Puts findings in their places: which is the root cause, which follows from which.
final class Ranking {

  private final Map<String, Check<?>> catalogue;
  private final List<Reach> reach;
  private final List<Found> found;

  private record Found(String slug, Subject subject, Finding finding) {}

  private Ranking(Playbook<?> playbook, List<Examined> checks, List<Reach> reach) {
    this.catalogue =
        playbook.checks().stream().collect(Collectors.toMap(Check::slug, Function.identity()));
    this.reach = reach;
    this.found = new ArrayList<>();
    for (Examined examined : checks) {
      if (examined.outcome() instanceof Outcome.Found one) {
        found.add(new Found(examined.slug(), examined.subject(), one.finding()));
      }
    }
  }

  static List<Diagnosed> of(Playbook<?> playbook, List<Examined> checks, List<Reach> reach) {
    return new Ranking(playbook, checks, reach).ranked();
  }

  private List<Diagnosed> ranked() {
    Set<Subject> rooted = new HashSet<>();
    List<Diagnosed> ranked = new ArrayList<>();
    for (Found one : found) {
      Diagnosed.Role role = role(one, rooted);
      ranked.add(new Diagnosed(one.slug(), proven(one), role, broughtBy(one)));
    }
    ranked.sort(
        Comparator.comparing((Diagnosed one) -> one.finding().severity())
            .thenComparing(Diagnosed::role));
    return ranked;
  }

  private Diagnosed.Role role(Found one, Set<Subject> rooted) {
    if (found.stream().anyMatch(other -> brings(other, one))) {
      return Diagnosed.Role.CONSEQUENCE;
    }
    boolean isError = one.finding().severity() == Severity.ERROR;
    return isError && rooted.add(one.subject())
        ? Diagnosed.Role.ROOT_CAUSE
        : Diagnosed.Role.ALSO_FOUND;
  }

  private List<String> broughtBy(Found one) {
    return found.stream().filter(other -> brings(one, other)).map(Found::slug).distinct().toList();
  }

  private boolean brings(Found cause, Found effect) {
    Check<?> check = catalogue.get(cause.slug());
    return check != null && check.brings().contains(effect.slug()) && related(cause, effect);
  }

  /// A port's fault may show on its container and the reverse, never on another port; the host's
  /// shows on all that is on it.
  private static boolean related(Found cause, Found effect) {
    Map<String, String> one = cause.subject().parts();
    Map<String, String> other = effect.subject().parts();
    return one.keySet().equals(Set.of(Subject.HOST))
        || one.entrySet().containsAll(other.entrySet())
        || other.entrySet().containsAll(one.entrySet());
  }

  private static Set<Map.Entry<String, String>> about(Found one) {
    return one.subject().parts().entrySet();
  }

  private Finding proven(Found one) {
    boolean failed =
        reach.stream()
            .filter(row -> row.subject().parts().entrySet().containsAll(about(one)))
            .anyMatch(Reach::failed);
    return failed ? one.finding().with(Confidence.CONFIRMED) : one.finding();
  }
}
