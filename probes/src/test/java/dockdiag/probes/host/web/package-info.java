/// Tests of requests to servers of the web.
@NullMarked
package dockdiag.probes.host.web;

import org.jspecify.annotations.NullMarked;
