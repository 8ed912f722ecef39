/// Who is to reach whom within a host: containers, the host itself, and whatever has an address.
@NullMarked
package dockdiag.playbooks.contact;

import org.jspecify.annotations.NullMarked;
