/// Faults that keep a container from the outside.
@NullMarked
package dockdiag.playbooks.egress;

import org.jspecify.annotations.NullMarked;
