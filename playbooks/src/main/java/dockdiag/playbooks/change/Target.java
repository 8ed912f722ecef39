package dockdiag.playbooks.change;

import dockdiag.probes.Namespace;
import java.util.OptionalInt;

/// Whose network a command changes.
///
/// @param pid a process of the container; empty: the Docker host's own
record Target(OptionalInt pid) {

  static final Target HOST = new Target(OptionalInt.empty());

  boolean is(Namespace namespace) {
    return switch (namespace) {
      case Namespace.DockerHost _ -> pid.isEmpty();
      case Namespace.OfContainer(_, int first) -> pid.equals(OptionalInt.of(first));
      case Namespace.Self _, Namespace.OfOverlay _ -> false;
    };
  }
}
