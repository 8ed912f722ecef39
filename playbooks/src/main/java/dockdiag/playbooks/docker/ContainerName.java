package dockdiag.playbooks.docker;

import dockdiag.probes.docker.ContainerSummary;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// Finds the container that somebody means: by its name, by its id, or by the beginning of either
/// where that is unique.
public final class ContainerName {

  private static final String SERVICE = "com.docker.compose.service";
  private static final int MOST_SUGGESTIONS = 3;

  /// What the typed name turned out to be.
  public sealed interface Resolution {

    /// One container, by its name.
    record Found(String name) implements Resolution {}

    /// The beginning of several names or ids.
    record Ambiguous(List<String> names) implements Resolution {}

    /// None; the nearest spellings first, stopped containers among them.
    record Unknown(List<String> nearest) implements Resolution {}
  }

  private ContainerName() {}

  /// Which of all containers is meant.
  public static Resolution resolve(String typed, List<ContainerSummary> all) {
    return exactly(typed, all)
        .<Resolution>map(Resolution.Found::new)
        .orElseGet(() -> beginningWith(typed, all));
  }

  private static Optional<String> exactly(String typed, List<ContainerSummary> all) {
    Predicate<ContainerSummary> isMeant =
        one -> one.names().contains(typed) || one.id().equals(typed);
    return all.stream().filter(isMeant).map(ContainerSummary::name).findFirst();
  }

  private static Resolution beginningWith(String typed, List<ContainerSummary> all) {
    List<String> names =
        all.stream()
            .filter(one -> one.name().startsWith(typed) || one.id().startsWith(typed))
            .map(ContainerSummary::name)
            .sorted()
            .toList();
    return switch (names.size()) {
      case 0 -> new Resolution.Unknown(nearest(typed, all));
      case 1 -> new Resolution.Found(names.getFirst());
      default -> new Resolution.Ambiguous(names);
    };
  }

  /// The containers of a Compose service of that name, then by the number of letters to change.
  private static List<String> nearest(String typed, List<ContainerSummary> all) {
    Set<String> names = new LinkedHashSet<>();
    all.stream()
        .filter(one -> typed.equals(one.labels().get(SERVICE)) || one.name().contains(typed))
        .map(ContainerSummary::name)
        .forEach(names::add);
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    all.stream()
        .map(ContainerSummary::name)
        .sorted(Comparator.comparing(name -> distance.apply(typed, name)))
        .forEach(names::add);
    return names.stream().limit(MOST_SUGGESTIONS).collect(Collectors.toList());
  }
}
