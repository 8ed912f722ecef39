package dockdiag.playbooks.packetpath;

import java.util.List;

/// All ways that a packet may take, and what becomes of it as far as that can be told.
///
/// @param ways the one way, or several where something is not known
/// @param fate the fate that all ways end with, else [Fate.Undecided] naming what decides
public record Trace(List<Way> ways, Fate fate) {
  public Trace {
    ways = List.copyOf(ways);
  }
}
