/// Faults between the host's firewall and the engine.
@NullMarked
package dockdiag.playbooks.firewall;

import org.jspecify.annotations.NullMarked;
