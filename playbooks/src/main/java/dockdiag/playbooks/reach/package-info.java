/// Faults that show in what real packets meet.
@NullMarked
package dockdiag.playbooks.reach;

import org.jspecify.annotations.NullMarked;
