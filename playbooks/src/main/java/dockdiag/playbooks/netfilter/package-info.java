/// Faults in the host's packet filter.
@NullMarked
package dockdiag.playbooks.netfilter;

import org.jspecify.annotations.NullMarked;
