package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.playbooks.packetpath.Trace;
import java.util.Optional;

/// What the host's rules do to a container's first packet to somebody outside.
///
/// @param network by name
/// @param bridge that the packet comes in by
/// @param container one that is on it
public record Departure(String network, String bridge, String container, Trace trace) {

  /// The rule or policy that stops it for certain.
  public Optional<Place> stoppedAt() {
    return switch (trace.fate()) {
      case Fate.Dropped(Place place) -> Optional.of(place);
      case Fate.Rejected(Place place, _) -> Optional.of(place);
      default -> Optional.empty();
    };
  }
}
