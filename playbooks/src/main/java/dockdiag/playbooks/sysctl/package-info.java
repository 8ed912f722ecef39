/// Faults in the kernel's settings.
@NullMarked
package dockdiag.playbooks.sysctl;

import org.jspecify.annotations.NullMarked;
