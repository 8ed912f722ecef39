/// Tests of what the kernel answers.
@NullMarked
package dockdiag.probes.host.echo;

import org.jspecify.annotations.NullMarked;
