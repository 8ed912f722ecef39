/// Where the kernel sends packets.
@NullMarked
package dockdiag.probes.route;

import org.jspecify.annotations.NullMarked;
