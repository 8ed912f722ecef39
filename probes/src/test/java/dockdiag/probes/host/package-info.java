/// Tests of the hosts, against this very process and against recorded answers.
@NullMarked
package dockdiag.probes.host;

import org.jspecify.annotations.NullMarked;
