/// The programs that keep the host's firewall: firewalld and ufw.
@NullMarked
package dockdiag.probes.firewall;

import org.jspecify.annotations.NullMarked;
