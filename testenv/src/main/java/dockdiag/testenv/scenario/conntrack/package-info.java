/// Hosts whose table of connections is in a bad state.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario.conntrack;
