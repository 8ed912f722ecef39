package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Diagnosed.Role;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What was found, in the order in which people are told, whatever the format: root causes first,
/// what follows from a cause under it, and of many that are alike the first few in full.
///
/// @param causes what has to be mended first
/// @param also what stands by itself beside them
record Account(Part causes, Part also) {

  /// So many of one fault are told in full; of the others, where they are.
  private static final int IN_FULL = 3;

  /// Findings by what they are about, in order.
  record Part(Map<Subject, List<Told>> bySubject, List<Likewise> likewise) {
    boolean isEmpty() {
      return bySubject.isEmpty();
    }
  }

  /// One that is told in full.
  ///
  /// @param brought what it brings about, in short
  /// @param likewise where else it was seen, and where else what it brings about
  record Told(Diagnosed one, List<Diagnosed> brought, List<Likewise> likewise) {}

  /// More of a fault that was told.
  record Likewise(String slug, List<Subject> subjects) {
    static Likewise of(List<Diagnosed> alike) {
      return new Likewise(
          alike.getFirst().slug(), alike.stream().map(one -> one.finding().subject()).toList());
    }
  }

  static Account of(Diagnosis diagnosis) {
    List<Diagnosed> rest = new ArrayList<>(diagnosis.found());
    List<Diagnosed> roots = rest.stream().filter(one -> one.role() == Role.ROOT_CAUSE).toList();
    rest.removeAll(roots);
    rest.removeIf(one -> one.role() == Role.CONSEQUENCE && explained(one, diagnosis));
    return new Account(part(roots, diagnosis), part(rest, diagnosis));
  }

  private static Part part(List<Diagnosed> found, Diagnosis diagnosis) {
    Map<Subject, List<Told>> bySubject = new LinkedHashMap<>();
    List<Likewise> likewise = new ArrayList<>();
    for (List<Diagnosed> alike : bySlug(found)) {
      for (Diagnosed one : first(alike)) {
        bySubject
            .computeIfAbsent(one.finding().subject(), _ -> new ArrayList<>())
            .add(told(one, diagnosis));
      }
      others(alike, likewise);
    }
    return new Part(bySubject, likewise);
  }

  private static Told told(Diagnosed cause, Diagnosis diagnosis) {
    List<Diagnosed> brought = diagnosis.found().stream().filter(one -> brings(cause, one)).toList();
    List<Diagnosed> inShort = new ArrayList<>();
    List<Likewise> likewise = new ArrayList<>();
    for (List<Diagnosed> alike : bySlug(brought)) {
      if (alike.getFirst().slug().equals(cause.slug())) {
        likewise.add(Likewise.of(alike));
      } else {
        inShort.addAll(first(alike));
        others(alike, likewise);
      }
    }
    return new Told(cause, inShort, likewise);
  }

  private static List<List<Diagnosed>> bySlug(List<Diagnosed> found) {
    return List.copyOf(
        found.stream()
            .collect(
                Collectors.groupingBy(Diagnosed::slug, LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  private static List<Diagnosed> first(List<Diagnosed> alike) {
    return alike.subList(0, Math.min(IN_FULL, alike.size()));
  }

  private static void others(List<Diagnosed> alike, List<Likewise> likewise) {
    if (alike.size() > IN_FULL) {
      likewise.add(Likewise.of(alike.subList(IN_FULL, alike.size())));
    }
  }

  private static boolean explained(Diagnosed one, Diagnosis diagnosis) {
    return diagnosis.found().stream()
        .anyMatch(cause -> cause.role() != Role.CONSEQUENCE && brings(cause, one));
  }

  private static boolean brings(Diagnosed cause, Diagnosed one) {
    Subject of = cause.finding().subject();
    Subject on = one.finding().subject();
    return one.role() == Role.CONSEQUENCE
        && (cause.slug().equals(one.slug())
            ? of.isWiderThan(on)
            : cause.causes().contains(one.slug()) && of.concerns(on));
  }
}
