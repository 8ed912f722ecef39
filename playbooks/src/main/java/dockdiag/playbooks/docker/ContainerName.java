package dockdiag.playbooks.docker;

import dockdiag.probes.docker.ContainerSummary;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// Finds the container that somebody means: by its name or id, else by the beginning of its name,
/// else by that of its id, where it is unique.
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
  ///
  /// @param typed with or without the slash that the engine puts before names
  public static Resolution resolve(String typed, List<ContainerSummary> all) {
    String name = typed.startsWith("/") ? typed.substring(1) : typed;
    return Stream.<Predicate<ContainerSummary>>of(
            one -> one.names().contains(name) || one.id().equals(name),
            one -> one.name().startsWith(name),
            one -> one.id().startsWith(name))
        .map(meant -> all.stream().filter(meant).map(ContainerSummary::name).sorted().toList())
        .filter(names -> !names.isEmpty() && !name.isEmpty())
        .findFirst()
        .<Resolution>map(
            names ->
                names.size() == 1
                    ? new Resolution.Found(names.getFirst())
                    : new Resolution.Ambiguous(names))
        .orElseGet(() -> new Resolution.Unknown(nearest(name, all)));
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
    return names.stream().limit(MOST_SUGGESTIONS).toList();
  }
}
