/// The kernel's table of connections.
@NullMarked
package dockdiag.probes.conntrack;

import org.jspecify.annotations.NullMarked;
