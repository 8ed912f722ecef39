/// Routes that lead elsewhere.
@org.jspecify.annotations.NullMarked
package dockdiag.testenv.scenario.route;
