/// Registries: whom the engine asks for an image, how far each request comes, and what stops it.
@NullMarked
package dockdiag.playbooks.registry;

import org.jspecify.annotations.NullMarked;
