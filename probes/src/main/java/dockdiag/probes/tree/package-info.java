/// Single files, the host's, a container's or an image's: what they are and how they begin.
@NullMarked
package dockdiag.probes.tree;

import org.jspecify.annotations.NullMarked;
