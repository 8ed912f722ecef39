/// How long it takes and how much it needs: benchmarks, run on demand, that assert no time.
@NullMarked
package dockdiag.cli.lab.bench;

import org.jspecify.annotations.NullMarked;
