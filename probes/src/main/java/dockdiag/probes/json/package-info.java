/// JSON trees read without trust: the engine's answers, `daemon.json`, `nft -j`.
@NullMarked
package dockdiag.probes.json;

import org.jspecify.annotations.NullMarked;
