/// Registries as the engine knows and asks them: its settings, its answers, its user's logins.
@NullMarked
package dockdiag.probes.registry;

import org.jspecify.annotations.NullMarked;
