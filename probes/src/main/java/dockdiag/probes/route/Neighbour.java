package dockdiag.probes.route;

import dockdiag.probes.net.Address;
import dockdiag.probes.net.Mac;
import java.util.Optional;

/// Whose Ethernet address the kernel holds for an address on a link, ip-neighbour(8).
///
/// @param mac empty where nobody answered
/// @param state `REACHABLE`, `STALE`, `DELAY`, `PROBE`, `INCOMPLETE`, `FAILED`, `PERMANENT`,
/// `NOARP`
public record Neighbour(Address address, String device, Optional<Mac> mac, String state) {}
