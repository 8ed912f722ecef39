package dockdiag.playbooks.cluster;

import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.cluster.Passage.Direction;
import dockdiag.probes.net.Port;
import java.util.List;

/// A passage between this node and another that is closed, as packets tell.
///
/// @param seen by which packets
public record Silence(Other other, Direction direction, Port port, List<Evidence> seen) {
  public Silence {
    seen = List.copyOf(seen);
  }

  /// Whether it is that passage, or the way back.
  public boolean isAbout(Passage passage) {
    return passage.other().equals(other) && passage.port().equals(port);
  }
}
