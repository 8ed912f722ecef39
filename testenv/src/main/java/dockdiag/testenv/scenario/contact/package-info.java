/// Hosts on which one container does not reach another, or the host.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario.contact;
