/// The rules that an engine makes while all is well, of every generation, and which of them are
/// there.
@NullMarked
package dockdiag.playbooks.netfilter.expected;

import org.jspecify.annotations.NullMarked;
