/// Judges: symptoms, the checks that explain them, and what they come to.
///
/// Everything here is a function of the facts: no input or output, no clock, no thread. Adding a
/// diagnosis means adding one [Check] with its page beside it, and one line in its [Playbook].
@NullMarked
package dockdiag.playbooks;

import org.jspecify.annotations.NullMarked;
