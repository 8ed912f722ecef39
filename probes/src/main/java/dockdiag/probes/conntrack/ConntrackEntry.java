package dockdiag.probes.conntrack;

import dockdiag.probes.net.Address;

/// A connection that the kernel remembers.
///
/// @param source who asked
/// @param destination whom it asked, before any rewriting
/// @param answering who is to answer: after DNAT another than the one that was asked
/// @param unreplied whether no answer has come so far
public record ConntrackEntry(
    Address source, int sourcePort, Address destination, Address answering, boolean unreplied) {

  @Override
  public String toString() {
    return "src=%s sport=%d dst=%s%s answers from %s"
        .formatted(source, sourcePort, destination, unreplied ? " [UNREPLIED]" : "", answering);
  }
}
