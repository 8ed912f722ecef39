/// Swarms whose nodes, or whose services, do not find each other.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario.swarm;
