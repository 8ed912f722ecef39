/// How a container comes to the outside: by which interface, whom it asks, and what came of that.
@NullMarked
package dockdiag.playbooks.outward;

import org.jspecify.annotations.NullMarked;
