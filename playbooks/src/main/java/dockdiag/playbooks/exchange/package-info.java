/// A client's request through every network namespace on its way to a server, and the answer back.
@NullMarked
package dockdiag.playbooks.exchange;

import org.jspecify.annotations.NullMarked;
