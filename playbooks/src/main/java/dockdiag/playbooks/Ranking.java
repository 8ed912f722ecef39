package dockdiag.playbooks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts findings in their places: which is the root cause, which follows from which.
final class Ranking {

  private final Map<String, Check<?>> catalogue;
  private final List<Reach> reach;
  private final List<Found> found;

  private record Found(String slug, Subject subject, Finding finding) {}

  private Ranking(List<? extends Check<?>> catalogue, List<Examined> checks, List<Reach> reach) {
    this.catalogue =
        catalogue.stream().collect(Collectors.toMap(Check::slug, check -> check, (one, _) -> one));
    this.reach = reach;
    this.found = new ArrayList<>();
    for (Examined examined : checks) {
      if (examined.outcome() instanceof Outcome.Found one) {
        found.add(new Found(examined.slug(), examined.subject(), one.finding()));
      }
    }
  }

  static List<Diagnosed> of(
      List<? extends Check<?>> catalogue, List<Examined> checks, List<Reach> reach) {
    return new Ranking(catalogue, checks, reach).ranked();
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
    return found.stream()
        .filter(other -> brings(one, other))
        .map(Found::slug)
        .filter(slug -> !slug.equals(one.slug()))
        .distinct()
        .toList();
  }

  /// What a fault brings about, and the same fault where it was seen in a part of its subject.
  private boolean brings(Found cause, Found effect) {
    if (cause.slug().equals(effect.slug())) {
      return cause.subject().isWiderThan(effect.subject());
    }
    Check<?> check = catalogue.get(cause.slug());
    return check != null
        && check.brings().contains(effect.slug())
        && cause.subject().concerns(effect.subject());
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
