/// What the Linux kernel answers: files, sockets, processes, commands, connections.
@NullMarked
package dockdiag.probes.host.kernel;

import org.jspecify.annotations.NullMarked;
