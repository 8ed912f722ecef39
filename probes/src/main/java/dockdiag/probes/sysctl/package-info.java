/// Settings of the kernel's network, each network namespace has its own.
@NullMarked
package dockdiag.probes.sysctl;

import org.jspecify.annotations.NullMarked;
