/// Services of a swarm and their tasks, as a manager tells them.
@NullMarked
package dockdiag.probes.swarm;

import org.jspecify.annotations.NullMarked;
