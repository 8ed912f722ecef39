/// How names are resolved: the files that say whom to ask, and what servers answer.
@NullMarked
package dockdiag.probes.dns;

import org.jspecify.annotations.NullMarked;
