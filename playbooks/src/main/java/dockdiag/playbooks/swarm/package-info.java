/// Faults of a swarm: of its nodes, of the ways between them, and of its services.
@NullMarked
package dockdiag.playbooks.swarm;

import org.jspecify.annotations.NullMarked;
