package dockdiag.playbooks.exchange;

import java.util.List;

/// A request and its answer, as far as they came; of a connection that docker-proxy made its answer
/// comes first.
///
/// @param legs in their order
public record Exchange(List<Leg> legs, End end) {
  public Exchange {
    legs = List.copyOf(legs);
  }
}
