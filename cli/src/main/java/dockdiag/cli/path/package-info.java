/// A packet's way as people and programs read it: whom a trace is from and to, and its steps.
@NullMarked
package dockdiag.cli.path;

import org.jspecify.annotations.NullMarked;
