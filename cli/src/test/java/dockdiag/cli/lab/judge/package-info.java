/// The kernel as judge: random rules, random packets, and what the kernel itself says of them.
@NullMarked
package dockdiag.cli.lab.judge;

import org.jspecify.annotations.NullMarked;
