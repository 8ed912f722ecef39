/// How a container comes to know a name: whom it asks, whom those ask, and what keeps them from
/// answering.
@NullMarked
package dockdiag.playbooks.resolver;

import org.jspecify.annotations.NullMarked;
