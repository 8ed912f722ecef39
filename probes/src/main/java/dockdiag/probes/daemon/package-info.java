/// How the engine was told to run: `daemon.json` and dockerd's command line.
@NullMarked
package dockdiag.probes.daemon;

import org.jspecify.annotations.NullMarked;
