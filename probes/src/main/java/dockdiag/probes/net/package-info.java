/// Small values that every subject shares: addresses, ports, protocols.
@NullMarked
package dockdiag.probes.net;

import org.jspecify.annotations.NullMarked;
