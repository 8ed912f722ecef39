/// What decides whether programs can start at all: the kernel, its handlers of foreign formats,
/// cgroups, the engine's parts.
@NullMarked
package dockdiag.probes.platform;

import org.jspecify.annotations.NullMarked;
