/// Draws what hangs on what: as a tree for people and for programs, and as a graph.
@NullMarked
package dockdiag.cli.diagram;

import org.jspecify.annotations.NullMarked;
