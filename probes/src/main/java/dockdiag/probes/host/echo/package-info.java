/// Echo requests of ICMP (RFC 792) and ICMPv6 (RFC 4443), sent without a process.
@NullMarked
package dockdiag.probes.host.echo;

import org.jspecify.annotations.NullMarked;
