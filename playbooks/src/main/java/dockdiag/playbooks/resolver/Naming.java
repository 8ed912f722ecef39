package dockdiag.playbooks.resolver;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.Subject;
import dockdiag.probes.docker.ContainerProbe;
import java.util.Optional;

/// A container that asks for names.
///
/// @param container by its name
/// @param name what it asks for; empty for whatever it may need
/// @param part what of it is examined
public record Naming(String container, Optional<String> name, Part part) implements Scope {

  /// What is examined.
  public enum Part {
    /// Whether the container can ask at all.
    CONTAINER,
    /// Whom it asks, and what it is answered.
    NAMES
  }

  /// Of that container, for whatever it may need.
  public static Naming of(String container) {
    return new Naming(container, Optional.empty(), Part.NAMES);
  }

  /// The same, for one name.
  public Naming asking(String one) {
    return new Naming(container, Optional.of(one), part);
  }

  /// Whether its container can ask at all.
  public Naming able() {
    return new Naming(container, Optional.empty(), Part.CONTAINER);
  }

  /// The container as a whole, for checks that know no names.
  public Flow flow() {
    return Flow.to(container);
  }

  /// What the engine says of the container.
  public ContainerProbe inspect() {
    return new ContainerProbe(container);
  }

  @Override
  public Subject subject() {
    Subject whole = Subject.container(container);
    return name.map(one -> whole.with("name", one)).orElse(whole);
  }

  @Override
  public boolean standsBefore() {
    return part == Part.CONTAINER;
  }
}
