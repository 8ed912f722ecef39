package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Fault;
import dockdiag.playbooks.docker.ContainerNotFound;
import dockdiag.playbooks.docker.EngineHung;
import dockdiag.playbooks.docker.EnginePermissionDenied;
import dockdiag.playbooks.docker.EngineUnreachable;
import java.util.List;

/// Faults that keep every playbook from looking: they end a command before its checks begin.
public final class Obstacles {

  private static final List<Fault> ALL =
      List.of(
          new ContainerNotFound(),
          new EngineHung(),
          new EnginePermissionDenied(),
          new EngineUnreachable());

  private Obstacles() {}

  /// All of them.
  public static List<Fault> all() {
    return ALL;
  }
}
