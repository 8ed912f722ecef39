package dockdiag.probes.swarm;

import dockdiag.probes.net.Address;
import dockdiag.probes.net.Mac;
import java.util.Optional;

/// Where a bridge or a VXLAN device sends frames for an Ethernet address, bridge(8).
///
/// @param device the port of the bridge, or the VXLAN device
/// @param node to which VXLAN sends it; empty of what is here
public record Forwarding(Mac mac, String device, Optional<Address> node) {}
