/// Registries and proxies of a lab, real ones and strange ones, and certificates for them.
@NullMarked
package dockdiag.testenv.web;

import org.jspecify.annotations.NullMarked;
