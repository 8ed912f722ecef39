/// Tests of the command line.
@NullMarked
package dockdiag.cli;

import org.jspecify.annotations.NullMarked;
