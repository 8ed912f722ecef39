/// The shell: the same commands, line by line, on facts that are kept between them. Nothing outside
/// this package needs JLine.
@NullMarked
package dockdiag.cli.shell;

import org.jspecify.annotations.NullMarked;
