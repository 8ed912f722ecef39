/// Processes and the sockets that they hold.
@NullMarked
package dockdiag.probes.process;

import org.jspecify.annotations.NullMarked;
