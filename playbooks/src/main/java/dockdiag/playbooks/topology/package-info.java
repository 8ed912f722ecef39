/// What hangs on what: networks, their bridges, and the containers that are plugged into them.
@NullMarked
package dockdiag.playbooks.topology;

import org.jspecify.annotations.NullMarked;
