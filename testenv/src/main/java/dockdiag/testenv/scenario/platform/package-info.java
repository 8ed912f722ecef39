/// Hosts that cannot run containers as they are.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario.platform;
