/// Faults in what the engine was told: states, publications, networks.
@NullMarked
package dockdiag.playbooks.docker;

import org.jspecify.annotations.NullMarked;
