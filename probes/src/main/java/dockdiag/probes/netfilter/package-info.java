/// The kernel's packet filter: rules of iptables, in both of its forms, and of nft.
@NullMarked
package dockdiag.probes.netfilter;

import org.jspecify.annotations.NullMarked;
