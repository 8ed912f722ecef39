/// What the engine says by its API: containers, images, networks, itself (engines 20.10 to 29).
@NullMarked
package dockdiag.probes.docker;

import org.jspecify.annotations.NullMarked;
