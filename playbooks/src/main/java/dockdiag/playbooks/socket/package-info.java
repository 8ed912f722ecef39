/// Faults in what listens: where, on which port, for whom.
@NullMarked
package dockdiag.playbooks.socket;

import org.jspecify.annotations.NullMarked;
