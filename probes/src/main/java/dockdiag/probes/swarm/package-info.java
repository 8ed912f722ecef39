/// A swarm as one of its engines knows it: nodes, services and tasks, and its overlay networks.
@NullMarked
package dockdiag.probes.swarm;

import org.jspecify.annotations.NullMarked;
