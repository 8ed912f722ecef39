/// Interfaces: bridges and their ports, veth pairs, addresses.
@NullMarked
package dockdiag.probes.link;

import org.jspecify.annotations.NullMarked;
