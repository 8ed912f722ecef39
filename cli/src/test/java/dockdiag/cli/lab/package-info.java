/// Real engines, diagnosed end to end.
@NullMarked
package dockdiag.cli.lab;

import org.jspecify.annotations.NullMarked;
