/// Asks servers of the web as the engine does: its roots, its folders of certificates, its logins.
@NullMarked
package dockdiag.probes.host.web;

import org.jspecify.annotations.NullMarked;
