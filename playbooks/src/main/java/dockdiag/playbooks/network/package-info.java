/// Faults of the engine's networks: names, addresses, pools, gateways, IPv6.
@NullMarked
package dockdiag.playbooks.network;

import org.jspecify.annotations.NullMarked;
