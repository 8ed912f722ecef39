/// The Docker host itself: its name, its system, its addresses.
@NullMarked
package dockdiag.probes.machine;

import org.jspecify.annotations.NullMarked;
