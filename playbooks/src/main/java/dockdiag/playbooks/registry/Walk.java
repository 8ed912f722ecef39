package dockdiag.playbooks.registry;

import dockdiag.playbooks.Evidence;
import java.util.List;
import java.util.Optional;

/// The engine's way to an image, hop by hop, as real requests went it.
///
/// @param hops what was asked, and what came of it
/// @param stop the first hop that fails; empty where the image can be had
public record Walk(List<Evidence> hops, Optional<Stop> stop) {

  public Walk {
    hops = hops.stream().distinct().toList();
  }
}
