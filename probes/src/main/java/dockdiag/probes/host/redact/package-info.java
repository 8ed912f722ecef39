/// Finds secrets in what a host answers, and masks them.
@NullMarked
package dockdiag.probes.host.redact;

import org.jspecify.annotations.NullMarked;
