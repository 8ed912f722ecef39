/// A swarm as one of its nodes sees it: the others, the ways to them, and what packets meet there.
@NullMarked
package dockdiag.playbooks.cluster;

import org.jspecify.annotations.NullMarked;
