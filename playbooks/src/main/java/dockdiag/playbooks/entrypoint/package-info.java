/// Faults of the program that a container starts with.
@NullMarked
package dockdiag.playbooks.entrypoint;

import org.jspecify.annotations.NullMarked;
