/// Talks to people: commands and reports. It shows, and decides nothing.
@NullMarked
package dockdiag.cli;

import org.jspecify.annotations.NullMarked;
