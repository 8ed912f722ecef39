package dockdiag.playbooks.exchange;

import java.util.List;

/// A request and its answer, as far as they came.
///
/// @param legs in their order
public record Exchange(List<Leg> legs, End end) {
  public Exchange {
    legs = List.copyOf(legs);
  }
}
