/// What every command shares: a host that is asked, where dockdiag speaks, how it ends.
@NullMarked
package dockdiag.cli.session;

import org.jspecify.annotations.NullMarked;
