package dockdiag.playbooks.topology;

import dockdiag.probes.Facts;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// A fact, or why it could not be seen, so that what else was seen is kept.
public sealed interface Seen<T> {

  /// It was seen.
  record Fact<T>(T value) implements Seen<T> {}

  /// It was not.
  record Hidden<T>(Unobservable why) implements Seen<T> {}

  /// What the probe came to.
  static <T> Seen<T> of(Probe<T> probe, Facts facts) {
    try {
      return new Fact<>(facts.get(probe));
    } catch (Unobservable why) {
      return new Hidden<>(why);
    }
  }

  /// The fact, for whoever cannot do without.
  ///
  /// @throws Unobservable where it was not seen
  default T get() throws Unobservable {
    return switch (this) {
      case Fact<T>(T value) -> value;
      case Hidden<T>(Unobservable why) -> throw why;
    };
  }

  /// The fact, for whoever can.
  default Optional<T> known() {
    return this instanceof Fact<T>(T value) ? Optional.of(value) : Optional.empty();
  }
}
