/// Every playbook over a whole host.
@NullMarked
package dockdiag.playbooks.survey;

import org.jspecify.annotations.NullMarked;
