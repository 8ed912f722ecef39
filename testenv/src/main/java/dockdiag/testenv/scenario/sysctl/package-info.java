/// Hosts whose kernel is set wrongly.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario.sysctl;
