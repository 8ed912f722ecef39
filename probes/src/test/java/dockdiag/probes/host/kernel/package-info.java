/// Tests of what the kernel answers.
@NullMarked
package dockdiag.probes.host.kernel;

import org.jspecify.annotations.NullMarked;
