/// Whether the host can run containers, and what a container's start comes to.
@NullMarked
package dockdiag.playbooks.platform;

import org.jspecify.annotations.NullMarked;
