/// Faults of programs for another processor and of the emulators that run them.
@NullMarked
package dockdiag.playbooks.emulation;

import org.jspecify.annotations.NullMarked;
