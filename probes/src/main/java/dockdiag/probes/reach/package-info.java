/// What real connections and datagrams meet.
@NullMarked
package dockdiag.probes.reach;

import org.jspecify.annotations.NullMarked;
