/// The hosts: a live one, a recorded one, and what stands between them and the probes.
///
/// Here and below alone are files, sockets, processes, native calls and the engine's client.
@NullMarked
package dockdiag.probes.host;

import org.jspecify.annotations.NullMarked;
