package dockdiag.probes.docker;

import dockdiag.probes.net.Subnet;

/// A range that the engine cuts subnets from for networks that name none.
///
/// @param size the prefix length of each
public record AddressPool(Subnet base, int size) {}
