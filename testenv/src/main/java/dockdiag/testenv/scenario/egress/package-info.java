/// Containers that do not reach the outside.
@NullMarked
package dockdiag.testenv.scenario.egress;

import org.jspecify.annotations.NullMarked;
