/// Faults of routes: subnets that overlap, policies that capture, answers that leave elsewhere.
@NullMarked
package dockdiag.playbooks.route;

import org.jspecify.annotations.NullMarked;
