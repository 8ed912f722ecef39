/// Registries that the engine does not pull from, in one way or another.
@NullMarked
package dockdiag.testenv.scenario.registry;

import org.jspecify.annotations.NullMarked;
