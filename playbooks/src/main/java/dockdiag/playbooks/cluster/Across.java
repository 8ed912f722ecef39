package dockdiag.playbooks.cluster;

import dockdiag.probes.reach.ConnectProbe;

/// A real packet from a container of this node to one of another node, by their overlay network.
///
/// @param from the container of this node
/// @param to the other's
public record Across(Other other, Overlay overlay, String from, String to, ConnectProbe probe) {}
