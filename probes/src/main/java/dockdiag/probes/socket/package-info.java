/// TCP and UDP sockets, as the kernel lists them.
@NullMarked
package dockdiag.probes.socket;

import org.jspecify.annotations.NullMarked;
