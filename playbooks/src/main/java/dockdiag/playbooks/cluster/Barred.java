package dockdiag.playbooks.cluster;

import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.exchange.Leg;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Place;
import java.util.Optional;

/// A passage that a rule or a policy of this host closes.
///
/// @param leg where it does
public record Barred(Passage passage, Leg leg, Place place) {

  static Optional<Barred> of(Passage passage, End end) {
    if (!(end instanceof End.Stopped(Leg leg, Fate fate))) {
      return Optional.empty();
    }
    return switch (fate) {
      case Fate.Dropped(Place place) -> Optional.of(new Barred(passage, leg, place));
      case Fate.Rejected(Place place, _) -> Optional.of(new Barred(passage, leg, place));
      case Fate _ -> Optional.empty();
    };
  }
}
