package dockdiag.playbooks.cluster;

import dockdiag.probes.reach.ConnectProbe;

/// A real packet from a container of this node to one of another node, by their overlay network.
///
/// @param other at its address for such packets
public record Across(Other other, Overlay overlay, ConnectProbe probe) {}
