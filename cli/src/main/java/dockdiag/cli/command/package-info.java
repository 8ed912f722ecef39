/// One class, one verb.
@NullMarked
package dockdiag.cli.command;

import org.jspecify.annotations.NullMarked;
