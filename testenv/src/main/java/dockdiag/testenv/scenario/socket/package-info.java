/// Hosts on which the wrong thing listens, or nothing.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario.socket;
