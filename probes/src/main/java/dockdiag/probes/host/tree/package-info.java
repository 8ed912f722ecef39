/// Files of the host, of containers and of images, found without running anything and without
/// following a link out of its own tree.
@NullMarked
package dockdiag.probes.host.tree;

import org.jspecify.annotations.NullMarked;
