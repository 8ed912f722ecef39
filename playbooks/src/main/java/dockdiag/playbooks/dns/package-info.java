/// Faults of names: whom a container asks, who answers, and what.
@NullMarked
package dockdiag.playbooks.dns;

import org.jspecify.annotations.NullMarked;
