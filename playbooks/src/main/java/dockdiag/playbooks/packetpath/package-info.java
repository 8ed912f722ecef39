/// The way of a packet through a host, walked over facts as the kernel would; it judges nothing.
///
/// What is not modelled is followed both ways, so that it never excludes a fate.
@NullMarked
package dockdiag.playbooks.packetpath;

import org.jspecify.annotations.NullMarked;
