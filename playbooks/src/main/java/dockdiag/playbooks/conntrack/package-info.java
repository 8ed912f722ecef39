/// Faults in the kernel's table of connections.
@NullMarked
package dockdiag.playbooks.conntrack;

import org.jspecify.annotations.NullMarked;
