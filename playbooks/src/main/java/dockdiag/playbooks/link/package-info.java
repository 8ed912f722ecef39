/// Faults of interfaces: bridges, veth pairs, MTUs.
@NullMarked
package dockdiag.playbooks.link;

import org.jspecify.annotations.NullMarked;
