/// What the host would be if a remedy's commands had been run: the proof of a remedy, and what else
/// it would do.
@NullMarked
package dockdiag.playbooks.change;

import org.jspecify.annotations.NullMarked;
