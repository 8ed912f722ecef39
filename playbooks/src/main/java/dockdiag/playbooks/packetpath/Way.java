package dockdiag.playbooks.packetpath;

import java.util.List;

/// One way that a packet may take.
public record Way(List<Step> steps, Fate fate) {
  public Way {
    steps = List.copyOf(steps);
  }
}
