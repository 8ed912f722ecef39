/// The symptoms that people see, each with the order in which its checks meet the packet.
@NullMarked
package dockdiag.playbooks.symptom;

import org.jspecify.annotations.NullMarked;
