/// What the Docker engine answers: its endpoint, its API, its logs, its process.
@NullMarked
package dockdiag.probes.host.engine;

import org.jspecify.annotations.NullMarked;
